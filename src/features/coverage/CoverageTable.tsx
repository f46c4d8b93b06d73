import type { CoverageShown } from '#contract/coverage.ts';
import type { Day } from '#domain/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import styles from './Coverage.module.css';
import { says } from './coverage-page-words.ts';

type CoverageTableProps = { rows: readonly CoverageShown[]; today: Day; onChange?: (row: CoverageShown) => void };

/** Who is away and who covers, by day. */
export function CoverageTable({ rows, today, onChange }: CoverageTableProps) {
  return (
    <Table caption={onChange === undefined ? says.pastTable : says.table} className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{says.away}</th>
          <th scope="col">{says.by}</th>
          <th scope="col">{says.days}</th>
          <th scope="col">{says.whom}</th>
          <th scope="col">
            <VisuallyHidden>{says.actions}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.away.name}</th>
            <td data-said={says.by}>
              {row.by.name}
              {row.note !== null && <span className={styles['small']}>{row.note}</span>}
            </td>
            <td data-said={says.days}>
              {says.span(row.from, row.to)}
              {row.to >= today && <span className={styles['small']}>{says.when(row.from, row.to, today)}</span>}
            </td>
            <td>{says.clients(row.clients)}</td>
            <td className={styles['act']}>
              {row.mine && onChange !== undefined && (
                <Button tone="quiet" aria-label={`${says.change}: ${row.away.name}`} onClick={() => onChange(row)}>
                  {says.change}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
