import { call } from '#api/client.ts';
import { imports } from '#contract/imports.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import type { Row } from './imports.queries.ts';
import { useRowChange } from './useRowChange.ts';

/** A row that needs nobody: ready, in, here already, or left out. */
export function PlainRow({ importId, row }: { importId: string; row: Row }) {
  const back = useRowChange(row.row, (_: null, key) =>
    call(imports.skip, { importId, row: row.row, similar: false, skip: false }, { key }),
  );
  return (
    <li className={styles['plain']} data-import-row={row.row}>
      <span className={styles['item']}>{words.row(row.row)}</span>
      <span className={styles['about']}>{row.about}</span>
      {row.state === 'skipped' && (
        <Button tone="quiet" disabled={back.isPending} onClick={() => back.mutate(null)}>
          {words.back}
        </Button>
      )}
    </li>
  );
}
