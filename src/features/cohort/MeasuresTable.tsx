import { SignalShape } from '#charts/trend/SignalShape.tsx';
import type { CohortOverview } from '#contract/cohort.ts';
import { measureNames } from '#domain/cohort/words.ts';
import { measureKinds } from '#domain/cohort/measures.ts';
import type { ReactNode } from 'react';
import { cohortWords } from './cohort-words.ts';
import type { CohortFilter } from './cohort.queries.ts';
import { MeasureRow } from './MeasureRow.tsx';
import { MeasuresHead } from './MeasuresHead.tsx';
import { numbered, trendMarks } from './trend-points.ts';
import styles from './Measures.module.css';

type MeasuresTableProps = { overview: CohortOverview; filter: CohortFilter; weeks: number; latestWeeks: number; stamp: ReactNode };

/** Each measure with its number, whether the process changed, whether it will meet its target, and half a year of weeks. */
export function MeasuresTable({ overview, filter, weeks, latestWeeks, stamp }: MeasuresTableProps) {
  const { legend } = cohortWords;
  const marks = numbered(overview);
  return (
    <section aria-label={cohortWords.title}>
      <table className={styles['measures']}>
        <MeasuresHead weeks={weeks} latestWeeks={latestWeeks} />
        <tbody>
          {measureKinds.map((kind) => {
            const measured = overview.measures[kind];
            return 'unavailable' in measured ? (
              <tr key={kind} className={styles['row']} data-state="unavailable">
                <th scope="row" className={styles['measure']}>
                  <span className={styles['name']}>{measureNames[kind]}</span>
                </th>
                <td colSpan={5} className={styles['unavailable']}>
                  {cohortWords.measureUnavailable}
                </td>
              </tr>
            ) : (
              <MeasureRow
                key={kind}
                kind={kind}
                measured={measured}
                asOf={overview.asOf}
                filter={filter}
                latest={overview.latest}
                marks={trendMarks(marks, kind, measured.trend)}
              />
            );
          })}
        </tbody>
      </table>
      <div className={styles['foot']}>
        <ul role="list" className={styles['legend']}>
          {(['improve', 'concern', 'common'] as const).map((signal) => (
            <li key={signal}>
              <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
                <SignalShape signal={signal} x={6} y={6} size={signal === 'common' ? 14 : 10} />
              </svg>
              {legend[signal]}
            </li>
          ))}
          <li>{legend.lines}</li>
        </ul>
        {stamp}
      </div>
    </section>
  );
}
