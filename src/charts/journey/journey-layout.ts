import type { Day } from '#domain/calendar/calendar.ts';
import type { AdjustmentSpan, Journey } from '#domain/clients/journey.ts';
import { adjustmentLanes, laneToneOf } from './adjustment-lanes.ts';
import { hoursAxisTop, hoursDomain } from './hours-track.ts';
import { noteWords } from './journey-words.ts';
import { matrixColumns, matrixRows, rowsToDraw, type MatrixColumn, type MatrixRow } from './matrix.ts';
import { linesOf } from './text-width.ts';
import { dayScale, isOnAxis, timeAxis, type TimeAxis } from './time-axis.ts';
import { stackTracks, type Tracks } from './tracks.ts';

/** The least room a week may take before the plot scrolls instead of shrinking. */
const LEAST_PITCH = 26;
/** The least width of the note below the matrix. */
const LEAST_NOTE = 190;
/** Narrow lines break early: on average the last word of each stays out. */
const NOTE_FILL = 0.9;

/** What the days shown hold: what is counted beside the drawing is what is drawn. */
export type ShownFacts = Pick<Journey, 'weeks' | 'screens' | 'adjustments' | 'windows'>;

export type JourneyLayout = {
  readonly facts: ShownFacts;
  readonly axis: TimeAxis;
  readonly rows: readonly MatrixRow[];
  readonly collapsed: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly note: { readonly text: string; readonly width: number };
  /** What of the plot can be seen at once. */
  readonly room: number;
  readonly tracks: Tracks;
  readonly hoursTop: number;
  /** The domain of the one value axis, so that the bars stand in their track. */
  readonly domain: readonly [number, number];
};

export type JourneyView = { readonly from: Day; readonly to: Day; readonly analytes: readonly string[] | null };

/** Where everything goes, from the facts, the days shown and the room there is. */
export function journeyLayout(journey: Journey, view: JourneyView, room: number): JourneyLayout {
  const weeks = timeAxis(view.from, view.to, 1).weeks.length;
  const axis = timeAxis(view.from, view.to, Math.max(room, Math.min(weeks, 26) * LEAST_PITCH));
  const facts = factsWithin(journey, axis);
  const all = matrixRows(journey, facts.screens);
  const rows = view.analytes === null ? rowsToDraw(all) : all.filter((row) => view.analytes?.includes(row.analyte));
  const collapsed = all.filter((row) => !rows.includes(row));
  const note = { text: noteWords(facts, collapsed), width: Math.min(axis.width, Math.max(LEAST_NOTE, room)) };
  const lanes = adjustmentLanes(facts.adjustments, dayScale(axis), axis.width);
  const tracks = stackTracks({
    rows: rows.map((row) => row.medicated),
    noteLines: linesOf(note.text, note.width * NOTE_FILL, 12).length,
    lanes: Math.max(0, ...lanes.map((placed) => placed.lane + 1)),
    goals: journey.goals.length,
    instruments: journey.instruments.length,
  });
  // The scale of the whole episode, so that a bar keeps its height when the days shown change.
  const hoursTop = hoursAxisTop(journey.weeks);
  return {
    facts,
    axis,
    rows,
    collapsed,
    columns: matrixColumns(facts.screens, axis),
    note,
    room,
    tracks,
    hoursTop,
    domain: hoursDomain(hoursTop, tracks.hours, tracks.height),
  };
}

function factsWithin(journey: Journey, axis: TimeAxis): ShownFacts {
  return {
    weeks: journey.weeks.filter((week) => isOnAxis(axis, week.week)),
    screens: journey.screens.filter((screen) => isOnAxis(axis, screen.on)),
    adjustments: journey.adjustments.filter(
      (one) => one.openedOn <= axis.end && (one.closedOn ?? lastDayOf(one) ?? axis.end) >= axis.start,
    ),
    windows: journey.windows.filter((window) => window.from <= axis.end && window.to >= axis.start),
  };
}

/** An adjustment that changed nothing ends where it began. */
const lastDayOf = (one: AdjustmentSpan): Day | null => (laneToneOf(one.state) === 'settled' ? one.openedOn : null);
