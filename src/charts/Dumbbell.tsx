import ArrowRight from 'lucide-react/icons/arrow-right';
import { beforeAfterWords } from './before-after-words.ts';
import styles from './BeforeAfter.module.css';

/** One side of a comparison: a share of the row's scale from 0 to 1 and what it says, '1 of 6'. Null is not known, never zero. */
type Side = { readonly at: number; readonly label: string } | null;
export type Comparison = { readonly id: string; readonly label: string; readonly before: Side; readonly after: Side };

const WIDTH = 304;
const INSET = 6;

const xOf = (at: number): number => INSET + Math.max(0, Math.min(1, at)) * (WIDTH - 2 * INSET);

/** One measure: a line from what it was to what it became, and both in words. */
export function Dumbbell({ comparison: { label, before, after } }: { comparison: Comparison }) {
  const from = before === null ? null : xOf(before.at);
  const to = after === null ? null : xOf(after.at);
  return (
    <div className={styles['row']}>
      <span className={styles['label']}>{label}</span>
      <svg className={styles['plot']} viewBox={`0 0 ${WIDTH} 28`} preserveAspectRatio="none" role="presentation">
        <path className={styles['scale']} d={`M0 14H${WIDTH}`} vectorEffect="non-scaling-stroke" />
        {from !== null && to !== null && <path className={styles['change']} d={`M${from} 14H${to}`} vectorEffect="non-scaling-stroke" />}
      </svg>
      <span className={styles['dots']}>
        {from !== null && <Dot at={from} side="before" />}
        {to !== null && <Dot at={to} side="after" />}
      </span>
      <span className={styles['was']}>{before?.label ?? beforeAfterWords.noValue}</span>
      <ArrowRight className={styles['arrow']} size={16} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles['now']}>{after?.label ?? beforeAfterWords.noValue}</span>
    </div>
  );
}

/** Placed in per cent, so that it stays round where the line is stretched. */
function Dot({ at, side }: { at: number; side: 'before' | 'after' }) {
  return (
    <svg className={styles['dot']} style={{ left: `${(at / WIDTH) * 100}%` }} data-mark={side} width={12} height={12} viewBox="-6 -6 12 12">
      <circle className={styles[side]} r={side === 'before' ? 4.2 : 5} />
    </svg>
  );
}
