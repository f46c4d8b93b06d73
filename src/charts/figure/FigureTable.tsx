import type { ReactNode } from 'react';
import styles from './FigureTable.module.css';

export type FigureColumn = { readonly key: string; readonly head: string; readonly number?: boolean };
/** `mark`: the cell stands for one mark of the drawing. A figure has as many of them as marks. */
export type FigureCell = { readonly content: ReactNode; readonly mark?: boolean };
export type FigureRow = { readonly key: string; readonly head: ReactNode; readonly cells: readonly FigureCell[] };

type FigureTableProps = {
  caption: string;
  /** The first column names the rows. */
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
};

/** The same facts as a drawing, as a table. Without rows there is no table. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  if (rows.length === 0) return null;
  const [first, ...others] = columns;
  return (
    <div className={styles['scroll']} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-number={column.number || undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" data-number={first?.number || undefined}>
                {row.head}
              </th>
              {others.map((column, index) => (
                <td key={column.key} data-number={column.number || undefined} data-cell={row.cells[index]?.mark || undefined}>
                  {row.cells[index]?.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
