import { lazy, Suspense, useState } from 'react';
import type { ChartMark } from '#contract/chart-marks-shown.ts';
import type { CohortOverview } from '#contract/cohort.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import type { CohortFilter } from './cohort.queries.ts';
import { chartMarkWords, markWords } from './chart-mark-words.ts';
import styles from './ChartMarks.module.css';
import { numbered } from './trend-points.ts';

const MarkDialog = lazy(async () => ({ default: (await import('./MarkDialog.tsx')).MarkDialog }));
const WithdrawMarkDialog = lazy(async () => ({ default: (await import('./WithdrawMarkDialog.tsx')).WithdrawMarkDialog }));

type ChartMarksProps = { overview: CohortOverview; filter: CohortFilter; mayMark: boolean };

/** What people said of these charts, by the numbers that the charts show, and the way to say more. */
export function ChartMarks({ overview, filter, mayMark }: ChartMarksProps) {
  const [opened, setOpened] = useState<ChartMark | 'new' | null>(null);
  const marks = numbered(overview);
  const withdrawn = overview.marks.filter((mark) => mark.withdrawn !== null);
  if (!mayMark && overview.marks.length === 0) return null;
  const close = () => setOpened(null);
  return (
    <section className={styles['marks']} aria-label={chartMarkWords.title}>
      <div className={styles['head']}>
        <h2>{chartMarkWords.title}</h2>
        {mayMark && <Button onClick={() => setOpened('new')}>{chartMarkWords.add}</Button>}
      </div>
      {marks.length === 0 && <p className={styles['quiet']}>{chartMarkWords.none}</p>}
      {marks.length > 0 && (
        <ol className={styles['list']}>
          {marks.map((mark) => (
            <li key={mark.id} value={mark.number}>
              <span>
                <strong>{chartMarkWords.week(mark)}.</strong> {markWords(mark)}{' '}
                <span className={styles['quiet']}>
                  {chartMarkWords.by(mark)}
                  {chartMarkWords.elsewhere(mark)}
                </span>
              </span>
              {mayMark && (
                <Button tone="quiet" aria-label={chartMarkWords.takeBackOf(mark)} onClick={() => setOpened(mark)}>
                  {chartMarkWords.takeBack}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {withdrawn.length > 0 && (
        <Disclosure look="line" title={chartMarkWords.takenBack(withdrawn.length)}>
          <ul className={styles['list']}>
            {withdrawn.map((mark) => (
              <li key={mark.id}>
                <span>
                  {chartMarkWords.week(mark)}. {markWords(mark)} {chartMarkWords.by(mark)}.{' '}
                  {mark.withdrawn !== null && chartMarkWords.takenBackBy(mark.withdrawn)}
                  {chartMarkWords.elsewhere(mark)}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Suspense fallback={null}>
        {opened === 'new' && <MarkDialog overview={overview} filter={filter} onClose={close} />}
        {opened !== null && opened !== 'new' && <WithdrawMarkDialog mark={opened} onClose={close} />}
      </Suspense>
    </section>
  );
}
