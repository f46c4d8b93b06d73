import { byName } from '#domain/people/names.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { analyteCounts } from '#domain/drug-screens/counts.ts';
import { isNotValid, type AnalyteReading, type MarkCode, type ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { Journey } from '#domain/clients/journey.ts';
import { isOnAxis, type TimeAxis } from './time-axis.ts';

export type MatrixRow = {
  readonly analyte: string;
  readonly name: string;
  /** A medication of the client makes it show. */
  readonly medicated: boolean;
  readonly detected: number;
  readonly read: number;
  /** As expected every time, so that it may be folded away. */
  readonly quiet: boolean;
};

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const rank = (row: MatrixRow): number => (row.name.startsWith('Alcohol') ? 0 : row.medicated ? 1 : 2);

/** Every analyte that was ever looked for, with its counts over the events shown: alcohol, what is prescribed, then by name. */
export function matrixRows(journey: Pick<Journey, 'screens' | 'doses'>, shown: readonly ScreenEvent[]): readonly MatrixRow[] {
  const readings = Map.groupBy(
    journey.screens.filter(isRead).flatMap((screen) => screen.analytes),
    (reading) => reading.analyte,
  );
  return [...readings]
    .map(([analyte, found]) => ({
      analyte,
      name: capital(analyteName(analyte)),
      medicated: journey.doses.some((dose) => dose.analytes.includes(analyte)),
      ...analyteCounts(shown, analyte),
      // A number above zero is something to read, whatever the limit makes of it.
      quiet: found.every(({ mark, measured }) => (mark === 'E' || mark === '_') && (measured === undefined || measured.value === 0)),
    }))
    .toSorted((a, b) => rank(a) - rank(b) || byName(a.name, b.name));
}

/** The rows that say something; all of them where few or where none does. */
export function rowsToDraw(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  const telling = rows.filter((row) => !row.quiet || row.medicated);
  return rows.length <= 4 || telling.length === 0 ? rows.slice(0, 6) : telling;
}

/** Handed over and fit to be read: its analytes have marks of their own. */
const isRead = (screen: ScreenEvent): boolean => screen.outcome === 'collected' && collectionMark(screen) === 'tick';

/** What the collection row shows: a tick where a specimen was handed over, otherwise the one mark of the event. */
export function collectionMark(screen: ScreenEvent): MarkCode | 'tick' {
  switch (screen.outcome) {
    case 'collected':
      return isNotValid(screen.validity) ? 'V' : 'tick';
    case 'not-collected':
      return 'O';
    case 'declined':
      return 'D';
    case 'unable':
      return 'B';
    case 'excused':
      return 'X';
    case 'cancelled-by-program':
      return 'K';
  }
  screen.outcome satisfies never;
}

export type MatrixColumn = { readonly screen: ScreenEvent; readonly part: number; readonly collection: MarkCode | 'tick' };

/** The events on the axis in time order; several on one day stand side by side. */
export function matrixColumns(screens: readonly ScreenEvent[], axis: TimeAxis): readonly MatrixColumn[] {
  const inOrder = screens.filter((screen) => isOnAxis(axis, screen.on)).toSorted((a, b) => timeOf(a).localeCompare(timeOf(b)));
  const ofDay = Map.groupBy(inOrder, (screen) => screen.on);
  return inOrder.map((screen) => {
    const sameDay = ofDay.get(screen.on) ?? [screen];
    return { screen, part: (sameDay.indexOf(screen) + 1) / (sameDay.length + 1), collection: collectionMark(screen) };
  });
}

const timeOf = (screen: ScreenEvent): string => `${screen.on} ${screen.at ?? ''}`;

/** The reading that a cell of the matrix draws, or null where nothing is drawn. */
export function readingAt(column: MatrixColumn, row: MatrixRow): AnalyteReading | null {
  if (column.collection !== 'tick') return null;
  return column.screen.analytes.find((reading) => reading.analyte === row.analyte && reading.mark !== '_') ?? null;
}

/** Whether one analyte's diamond rests on a positive that no laboratory has confirmed. */
export const isTicked = (reading: AnalyteReading): boolean => reading.result === 'presumptive-positive';

/** Below this many pixels a week dots would touch: they become a line, and only what differs keeps its mark. */
const DOTS_FROM = 14;

export const isMerged = (axis: TimeAxis): boolean => axis.pitch < DOTS_FROM;
