import type { ImportMapping } from '#domain/imports/imports.ts';
import type { ColumnProblem } from '#domain/imports/problems.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { cellsOf } from './cells.ts';
import type { Kind } from './kind.ts';

/** A row of facts with where it stands in its file. */
export type ParsedRow<Row> = { readonly row: number; readonly line: number; readonly facts: Row };

/** Reads the cells of one row, given in the order of the kind's own columns. What is wrong with them is added to `noted`. */
export function readCells<Row>(kind: Kind<Row>, cells: readonly string[], today: Day, noted: ColumnProblem[]): Row | null {
  return kind.read(
    cellsOf(
      kind.columns.map(({ name }) => name),
      cells,
      new Set(kind.columns.filter((column) => column.needed && column.mayBeEmpty !== true).map(({ name }) => name)),
      noted,
    ),
    today,
  );
}

/** How many cells a row needs at least: up to the last column from which a cell that isn't there would be read as an answer. */
export const reachOf = (
  { columns, answers }: Pick<Kind, 'columns' | 'answers'>,
  header: readonly string[],
  mapping: Pick<ImportMapping, 'columns'>,
): number =>
  Math.max(
    0,
    ...mapping.columns
      .filter(({ column }) => answers.includes(column) || columns.some(({ name, needed }) => needed && name === column))
      .map(({ from }) => (from === null ? 0 : header.indexOf(from) + 1)),
  );
