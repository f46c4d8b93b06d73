import { collectionWords, journeyLabels, readingWords } from './journey-words.ts';
import { readingAt, type MatrixColumn, type MatrixRow } from './matrix.ts';
import type { JourneyLayout } from './journey-layout.ts';
import { dayScale } from './time-axis.ts';
import { markLineOf, middleOf } from './tracks.ts';

/** One mark of the matrix as a place that can be stepped to, named and opened. */
export type MatrixCell = {
  /** 0 is the collection row. */
  readonly row: number;
  readonly column: number;
  readonly screenId: string;
  /** Null in the collection row. */
  readonly analyte: string | null;
  readonly name: string;
  readonly x: number;
  readonly y: number;
};

/** Every mark of the matrix by row, in time order. Where nothing is drawn there is no cell. */
export function matrixCells(layout: JourneyLayout): readonly (readonly MatrixCell[])[] {
  const x = dayScale(layout.axis);
  const placed = (column: MatrixColumn) => x(column.screen.on, column.part);
  const collection = layout.columns.map((column, index) => ({
    row: 0,
    column: index,
    screenId: column.screen.id,
    analyte: null,
    name: journeyLabels.cell(journeyLabels.collection, column.screen.on, collectionWords(column.screen, column.collection)),
    x: placed(column),
    y: middleOf(layout.tracks.collection),
  }));
  return [collection, ...layout.rows.map((row, index) => cellsOfRow(layout, row, index, placed))];
}

function cellsOfRow(layout: JourneyLayout, row: MatrixRow, index: number, placed: (column: MatrixColumn) => number): readonly MatrixCell[] {
  const band = layout.tracks.rows[index];
  if (band === undefined) return [];
  return layout.columns.flatMap((column, at) => {
    const reading = readingAt(column, row);
    if (reading === null) return [];
    return {
      row: index + 1,
      column: at,
      screenId: column.screen.id,
      analyte: row.analyte,
      name: journeyLabels.cell(row.name, column.screen.on, readingWords(reading, column.screen.response)),
      x: placed(column),
      y: markLineOf(band),
    };
  });
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'row-start' | 'row-end' | 'first' | 'last';

/** Where a step leads: along the row to the next mark; up and down to the same event, or the nearest one that has a mark there. */
export function cellAfter(cells: readonly (readonly MatrixCell[])[], from: MatrixCell, step: Step): MatrixCell {
  const row = cells[from.row] ?? [];
  const at = row.findIndex((cell) => cell.column === from.column);
  switch (step) {
    case 'left':
      return row[at - 1] ?? from;
    case 'right':
      return row[at + 1] ?? from;
    case 'row-start':
      return row[0] ?? from;
    case 'row-end':
      return row.at(-1) ?? from;
    case 'first':
      return cells[0]?.[0] ?? from;
    case 'last':
      return cells.findLast((one) => one.length > 0)?.at(-1) ?? from;
    case 'up':
      return nearest(
        cells.slice(0, from.row).findLast((one) => one.length > 0),
        from,
      );
    case 'down':
      return nearest(
        cells.slice(from.row + 1).find((one) => one.length > 0),
        from,
      );
  }
  step satisfies never;
}

function nearest(row: readonly MatrixCell[] | undefined, from: MatrixCell): MatrixCell {
  if (row === undefined) return from;
  return row.reduce<MatrixCell | null>((best, cell) => (best === null || gap(cell, from) < gap(best, from) ? cell : best), null) ?? from;
}

const gap = (one: MatrixCell, other: MatrixCell): number => Math.abs(one.column - other.column);
