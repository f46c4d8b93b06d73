import type { ReactNode } from 'react';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import styles from './Care.module.css';
import { episodesWords } from './episodes-words.ts';

type SpanTableProps = {
  caption: string;
  heads: readonly string[];
  rows: readonly { readonly id: string; readonly cells: readonly ReactNode[]; readonly action: ReactNode }[];
};

/** Spans of time, one a row, each with what can be done about it. */
export function SpanTable({ caption, heads, rows }: SpanTableProps) {
  return (
    <Table caption={caption} className={styles['table']}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <VisuallyHidden>{episodesWords.actions}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th key={heads[index]} scope="row" data-label={heads[index]}>
                  {cell}
                </th>
              ) : (
                <td key={heads[index]} data-label={heads[index]}>
                  {cell}
                </td>
              ),
            )}
            <td className={styles['act']}>{row.action}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
