import { Link } from '@tanstack/react-router';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import { useMemo, useState } from 'react';
import type { CohortPeople } from '#contract/cohort.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { inOrder, nextSort, peopleColumns, type PeopleColumn, type PeopleSort } from './people-order.ts';
import { countedAsWords, peopleWords, summaryOf } from './people-words.ts';
import styles from './People.module.css';

type PeopleTableProps = { people: CohortPeople; sort: PeopleSort; onSort: (sort: PeopleSort) => void };

// A list of thousands would make every key wait for its drawing.
const page = 1500;

/** One row for each thing that the number counts. */
export function PeopleTable({ people: { measure, rows }, sort, onSort }: PeopleTableProps) {
  const [most, setMost] = useState(page);
  const sorted = useMemo(() => inOrder(rows, measure, sort), [rows, measure, sort]);
  const headOf = (column: PeopleColumn): string =>
    column === 'on' && measure === 'hours' ? peopleWords.columns.week : peopleWords.columns[column];
  const Arrow = sort.down ? ChevronDown : ChevronUp;

  return (
    <>
      <table className={styles['people']} aria-rowcount={rows.length + 1}>
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
          {sorted.slice(0, most).map((row) => (
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
      {sorted.length > most && (
        <p className={styles['more']}>
          <Button onClick={() => setMost(most + page)}>{peopleWords.more(most, sorted.length)}</Button>
        </p>
      )}
    </>
  );
}
