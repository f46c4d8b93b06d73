import type { CoverageShown } from '#contract/coverage.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import styles from './Coverage.module.css';
import { coveragePageWords } from './coverage-page-words.ts';

type CoverageTableProps = { rows: readonly CoverageShown[]; today: Day; onChange?: (row: CoverageShown) => void };

/** Who is away and who covers, by day. */
export function CoverageTable({ rows, today, onChange }: CoverageTableProps) {
  return (
    <Table caption={onChange === undefined ? coveragePageWords.pastTable : coveragePageWords.table} className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{coveragePageWords.away}</th>
          <th scope="col">{coveragePageWords.by}</th>
          <th scope="col">{coveragePageWords.days}</th>
          <th scope="col">{coveragePageWords.whom}</th>
          <th scope="col">
            <VisuallyHidden>{coveragePageWords.actions}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.away.name}</th>
            <td data-label={coveragePageWords.by}>
              {row.by.name}
              {row.note !== null && <span className={styles['small']}>{row.note}</span>}
            </td>
            <td data-label={coveragePageWords.days}>
              {coveragePageWords.span(row.from, row.to)}
              {row.to >= today && <span className={styles['small']}>{coveragePageWords.when(row.from, row.to, today)}</span>}
            </td>
            <td>{coveragePageWords.clients(row.clients)}</td>
            <td className={styles['act']}>
              {row.mine && onChange !== undefined && (
                <Button tone="quiet" aria-label={`${coveragePageWords.change}: ${row.away.name}`} onClick={() => onChange(row)}>
                  {coveragePageWords.change}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
