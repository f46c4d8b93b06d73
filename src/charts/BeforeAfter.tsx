import { beforeAfterWords } from './before-after-words.ts';
import styles from './BeforeAfter.module.css';
import { Dumbbell, type Comparison } from './Dumbbell.tsx';
import { Figure } from './figure/Figure.tsx';
import { FigureTable } from './figure/FigureTable.tsx';

type BeforeAfterProps = {
  comparisons: readonly Comparison[];
  /** 'before, 16 Sep to 13 Oct' is said from these; days may be fewer than asked for. */
  before: { readonly when: string; readonly days: number };
  after: { readonly when: string; readonly days: number };
  /** The days that each side should have. */
  of?: number;
  stamp?: string;
};

/** What followed a change: hollow before, filled after, each measure on its own scale from 0. */
export function BeforeAfter({ comparisons, before, after, of = 28, stamp }: BeforeAfterProps) {
  const worded = comparisons.map((row) => ({
    ...row,
    before: row.before?.label ?? beforeAfterWords.noValue,
    after: row.after?.label ?? beforeAfterWords.noValue,
  }));
  return (
    <Figure
      chart="before-after"
      title={beforeAfterWords.title}
      titleHidden
      summary={beforeAfterWords.summary(worded)}
      summaryHidden
      stamp={stamp}
      table={
        <FigureTable
          caption={beforeAfterWords.title}
          columns={Object.entries(beforeAfterWords.heads).map(([key, head]) => ({ key, head }))}
          rows={worded.map((row, index) => ({
            key: row.id,
            head: row.label,
            cells: [
              { content: row.before, mark: comparisons[index]?.before !== null },
              { content: row.after, mark: comparisons[index]?.after !== null },
            ],
          }))}
        />
      }
    >
      <div className={styles['head']} aria-hidden="true">
        <span>{beforeAfterWords.measure}</span>
        <span className={styles['key']}>
          <Key side="before" /> {beforeAfterWords.before(before.when)}
        </span>
        <span className={styles['key']}>
          <Key side="after" /> {beforeAfterWords.after(after.when)}
        </span>
      </div>
      <div className={styles['rows']} aria-hidden="true">
        {comparisons.map((row) => (
          <Dumbbell key={row.id} comparison={row} />
        ))}
      </div>
      <p className={styles['caution']}>
        {after.days === 0 ? beforeAfterWords.tooSoon(after.days, of) : beforeAfterWords.days(before.days, after.days, of)}{' '}
        {beforeAfterWords.caution}
      </p>
    </Figure>
  );
}

function Key({ side }: { side: 'before' | 'after' }) {
  return (
    <svg width={12} height={12} viewBox="-6 -6 12 12">
      <circle className={styles[side]} r={side === 'before' ? 4.2 : 5} />
    </svg>
  );
}
