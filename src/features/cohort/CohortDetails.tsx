import type { CohortOverview } from '#contract/cohort.ts';
import { percent } from '#domain/attendance/words.ts';
import { dayMonth } from '#domain/calendar/words.ts';
import { countWords, measureDefinitions, measureNames } from '#domain/cohort/words.ts';
import { measureKinds } from '#domain/cohort/measures.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Table } from '#ui/Table.tsx';
import { separateInWords, cohortWords, leftOutInWords, limitsWords } from './cohort-words.ts';
import { markWords } from './chart-mark-words.ts';
import { numbered } from './trend-points.ts';
import styles from './Cohort.module.css';

/** The weeks behind the small charts as a table, and what each measure counts and leaves out. */
export function CohortDetails({ overview }: { overview: CohortOverview }) {
  const measures = measureKinds.flatMap((kind) => {
    const measured = overview.measures[kind];
    return 'unavailable' in measured ? [] : [{ kind, measured }];
  });
  const weeks = measures[0]?.measured.trend.weeks.map(({ week }) => week) ?? [];
  const marks = numbered(overview);
  return (
    <div className={styles['details']}>
      <Disclosure look="line" title={cohortWords.weeksTable}>
        <Table caption={cohortWords.weeksTable} look="compact">
          <thead>
            <tr>
              <th scope="col">{cohortWords.week}</th>
              {measures.map(({ kind }) => (
                <th key={kind} scope="col" data-number>
                  {measureNames[kind]}
                </th>
              ))}
              {marks.length > 0 && <th scope="col">{cohortWords.onCharts}</th>}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, index) => (
              <tr key={week}>
                <th scope="row">{dayMonth(week)}</th>
                {measures.map(({ kind, measured }) => {
                  const point = measured.trend.weeks[index];
                  return (
                    <td key={kind} data-number>
                      {point === undefined || point.denominator === 0
                        ? cohortWords.nothingToCount
                        : `${percent(point.numerator / point.denominator)}, ${countWords(kind, { ...point, people: [], excluded: [], separate: [] })}`}
                    </td>
                  );
                })}
                {marks.length > 0 && (
                  <td className={styles['said']}>
                    {marks
                      .filter((mark) => mark.week === week)
                      .map((mark) => markWords(mark))
                      .join(' ')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
      <Disclosure look="line" title={cohortWords.definitions}>
        <dl className={styles['definitions']}>
          {measures.map(({ kind, measured: { latest, trend } }) => (
            <div key={kind}>
              <dt>{measureNames[kind]}</dt>
              <dd>
                {[measureDefinitions[kind], leftOutInWords(latest), separateInWords(latest), limitsWords(trend)]
                  .filter((sentence) => sentence !== null)
                  .join(' ')}
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
