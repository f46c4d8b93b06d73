import type { ReactNode } from 'react';
import { columnName } from './column-names.ts';
import { fixId } from './HeldRow.tsx';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import type { Row } from './imports.queries.ts';

/** What there is to fix, by column, each leading to its first row. */
export function ToFix({ rows, children }: { rows: readonly Row[]; children: ReactNode }) {
  const groups = Map.groupBy(rows, ({ problems }) => problems[0]?.column ?? null);
  return (
    <div className={styles['groups']}>
      {words.groups}:{' '}
      {[...groups].map(([column, held]) => (
        <a
          key={column ?? ''}
          href={`#${fixId(held[0]?.row ?? 0)}`}
          onClick={(click) => {
            click.preventDefault();
            document.getElementById(fixId(held[0]?.row ?? 0))?.focus();
          }}
        >
          {words.group(column === null ? words.wholeRow : columnName(column), held.length)}
        </a>
      ))}
      {children}
    </div>
  );
}
