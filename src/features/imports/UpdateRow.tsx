import { call } from '#api/client.ts';
import { imports } from '#contract/imports.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import { columnName } from './column-names.ts';
import type { Row } from './imports.queries.ts';
import { useRowChange } from './useRowChange.ts';

/** A row that says something else than what is here, field by field. What is not ticked stays as it is. */
export function UpdateRow({ importId, row }: { importId: string; row: Row }) {
  const keep = useRowChange(row.row, (columns: string[], key) => call(imports.keep, { importId, row: row.row, columns }, { key }));
  const skip = useRowChange(row.row, (_: null, key) => call(imports.skip, { importId, row: row.row, similar: false, skip: true }, { key }));
  const kept = keep.isPending ? keep.variables : row.kept;
  return (
    <li className={styles['held']} data-import-row={row.row}>
      <span className={styles['item']}>{words.row(row.row)}</span>
      <span className={styles['about']}>{row.about}</span>
      <div className={styles['changes']}>
        {row.changes.map(({ column, was, becomes, setByHand }) => (
          <CheckRow
            key={column}
            checked={!kept.includes(column)}
            disabled={keep.isPending}
            aria-label={words.change(columnName(column), was, becomes)}
            onChange={(event) => keep.mutate(event.target.checked ? kept.filter((one) => one !== column) : [...kept, column])}
          >
            <span className={styles['change']}>
              <span className={styles['column']}>{columnName(column)}</span> <s>{words.was(was)}</s> <span aria-hidden="true">→</span>{' '}
              <strong>{becomes ?? words.empty}</strong>
              {setByHand && <span className={styles['column']}> {words.byHand}</span>}
            </span>
          </CheckRow>
        ))}
        {row.changes.length > 0 && (
          <span className={styles['leave']}>
            <Button tone="quiet" disabled={skip.isPending} aria-label={words.leaveFor(row.row)} onClick={() => skip.mutate(null)}>
              {words.leave}
            </Button>
          </span>
        )}
        {(keep.error ?? skip.error) !== null && <p role="alert">{(keep.error ?? skip.error)?.message}</p>}
      </div>
    </li>
  );
}
