import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { dayWithYear, weekdayShort } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { savingWords } from '../saving-words.ts';
import styles from '../groups/Groups.module.css';
import { closuresWords } from './closures-words.ts';

export type Closure = OutputOf<Contract['closures']['list']>['closures'][number];

const dayOf = (on: Day): string => `${weekdayShort(on)} ${dayWithYear(on)}`;

export function ClosureTable({ closures, onRemove }: { closures: readonly Closure[]; onRemove?: (closure: Closure) => void }) {
  const { columns } = closuresWords;
  return (
    <Table className={styles['wide']} caption={closuresWords.title}>
      <thead>
        <tr>
          <th scope="col">{columns.days}</th>
          <th scope="col">{columns.label}</th>
          <th scope="col">{columns.where}</th>
          <th scope="col">{columns.sessions}</th>
          {onRemove !== undefined && (
            <th scope="col">
              <VisuallyHidden>{savingWords.actions}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {closures.map((closure) => (
          <tr key={closure.id}>
            <th scope="row">{closure.from === closure.to ? dayOf(closure.from) : `${dayOf(closure.from)} to ${dayOf(closure.to)}`}</th>
            <td className={styles['whole']}>
              {closure.label}
              <span className={styles['small']}>{closuresWords.kinds[closure.kind]}</span>
            </td>
            <td data-label={columns.where}>
              {[closure.program?.name, closure.site?.name].filter(Boolean).join(', ') || closuresWords.everywhere}
            </td>
            <td data-label={columns.sessions}>{closure.sessions}</td>
            {onRemove !== undefined && (
              <td className={styles['actions']} data-print="never">
                <Button tone="quiet" aria-label={closuresWords.removeOf(closure.label)} onClick={() => onRemove(closure)}>
                  {closuresWords.remove}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
