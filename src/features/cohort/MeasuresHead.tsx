import { cohortWords } from './cohort-words.ts';
import styles from './Measures.module.css';

/** The columns of the measures, the same while their numbers are awaited. */
export function MeasuresHead({ weeks, latestWeeks }: { weeks: number; latestWeeks: number }) {
  const { columns } = cohortWords;
  return (
    <>
      <colgroup>
        <col className={styles['colMeasure']} />
        <col className={styles['colLatest']} />
        <col className={styles['colSign']} />
        <col className={styles['colSign']} />
        <col className={styles['colTrend']} />
        <col />
      </colgroup>
      <thead>
        <tr>
          {[columns.measure, columns.latest(latestWeeks), columns.variation, columns.assurance, columns.trend(weeks), columns.target].map(
            (head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
    </>
  );
}
