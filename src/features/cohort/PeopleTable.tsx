import { Link } from '@tanstack/react-router';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import type { CohortPerson } from '#contract/cohort.ts';
import { dayWords } from '#domain/calendar/words.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { nextSort, peopleColumns, type PeopleColumn, type PeopleSort } from '#domain/cohort/people-sort.ts';
import { countedAsWords, peopleWords, summaryOf } from './people-words.ts';
import styles from './People.module.css';

type PeopleTableProps = {
  measure: MeasureKind;
  rows: readonly CohortPerson[];
  /** Rows in all, those behind the page too. */
  total: number;
  sort: PeopleSort;
  onSort: (sort: PeopleSort) => void;
};

/** One row for each thing that the number counts, in the order in which they come. */
export function PeopleTable({ measure, rows, total, sort, onSort }: PeopleTableProps) {
  const headOf = (column: PeopleColumn): string =>
    column === 'on' && measure === 'hours' ? peopleWords.columns.week : peopleWords.columns[column];
  const Arrow = sort.down ? ChevronDown : ChevronUp;

  return (
    <table className={styles['people']} aria-rowcount={total + 1}>
      <thead>
        <tr>
          {peopleColumns.map((column) => (
            <th
              key={column}
              scope="col"
              {...(sort.by === column && { 'aria-sort': sort.down ? ('descending' as const) : ('ascending' as const) })}
            >
              <button type="button" className={styles['head']} onClick={() => onSort(nextSort(sort, column))}>
                {headOf(column)}
                {sort.by === column && <Arrow size={16} aria-hidden="true" />}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-count-status={row.countStatus}>
            <th scope="row">
              <Link to="/clients/$clientId" params={{ clientId: row.clientId }} preload={false}>
                {row.name}
              </Link>
            </th>
            <td>{row.chartNumber}</td>
            <td className={styles['on']}>{dayWords(row.on)}</td>
            <td>{summaryOf(measure, row)}</td>
            <td>{countedAsWords(measure, row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
