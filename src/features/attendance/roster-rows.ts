import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { kept, notMarked, sameMark, type MarkedSession } from '#domain/attendance/marks.ts';
import { breakIn } from '#domain/attendance/times-present.ts';
import { came } from '#domain/attendance/delivered-minutes.ts';
import type { DraftMark, RosterDraft } from './roster-draft.ts';

export type Roster = OutputOf<Contract['attendance']['roster']>;
export type RosterSession = Roster['session'];
export type Person = Roster['rows'][number];
export type RosterRow = Person & { readonly id: string; readonly number: number };

export const rosterRows = ({ rows }: Roster): readonly RosterRow[] =>
  rows.map((row, index) => ({ ...row, id: row.clientId, number: index + 1 }));

/** The session as the rules for marks read it. */
export function sessionOf({ startsAt, endsAt, breakMinutes, timesKnown, cancelledBecause }: RosterSession): MarkedSession {
  const hours = { startsAt, endsAt };
  return { ...hours, breaks: breakIn(hours, breakMinutes), timesKnown, cancelled: cancelledBecause !== null };
}

/** What the server has of somebody, as a mark that could be given again. Minutes that follow from times aren't given. */
export function storedMark(row: Person): DraftMark {
  const { status, arrivedAt, leftAt, version, telehealth, note } = row;
  const minutes = came(row) && arrivedAt === null && leftAt === null ? row.minutes : null;
  return { status, arrivedAt, leftAt, minutes, version, telehealth, makesUp: row.makesUp?.sessionId ?? null, note };
}

/** What the page says of somebody: the mark that was made here, or what the server has. */
export const markOf = (row: Person, draft: RosterDraft): DraftMark => draft.marks[row.clientId] ?? storedMark(row);

/** Whether two marks would be stored alike. */
export const marksEqual = (a: DraftMark, b: DraftMark, session: MarkedSession): boolean =>
  sameMark(kept(a, session), kept(b, session)) && a.telehealth === b.telehealth && a.makesUp === b.makesUp && a.note === b.note;

/** 'changed' is marked here and, meanwhile, by somebody else who said something other. */
export type RowState = 'blank' | 'typing' | 'entered' | 'sending' | 'changed' | 'saved';

export function rowState(row: Person, draft: RosterDraft, session: MarkedSession): RowState {
  const mark = draft.marks[row.clientId];
  if (draft.batch?.input.rows.some(({ clientId }) => clientId === row.clientId) === true) return 'sending';
  if (draft.typing[row.clientId] !== undefined) return 'typing';
  if (mark === undefined) return row.status === null ? 'blank' : 'saved';
  return mark.version !== row.version && !marksEqual(mark, storedMark(row), session) ? 'changed' : 'entered';
}

/** In and Out as they would be stored, scheduled times where nobody said another. */
export const timesShown = (mark: DraftMark, session: MarkedSession) => {
  const { arrivedAt, leftAt } = kept(mark.status === null ? notMarked : mark, session);
  return { arrivedAt, leftAt };
};

export type Tally = {
  readonly booked: number;
  readonly here: number;
  readonly late: number;
  readonly missed: number;
  readonly excused: number;
  readonly blank: number;
};

export function tallyOf(rows: readonly Person[], draft: RosterDraft): Tally {
  const marks = rows.map((row) => markOf(row, draft).status);
  const count = (...of: readonly (typeof marks)[number][]): number => marks.filter((status) => of.includes(status)).length;
  return {
    booked: rows.length,
    here: count('present', 'left-early'),
    late: count('late'),
    missed: count('absent'),
    excused: count('excused'),
    blank: count(null),
  };
}
