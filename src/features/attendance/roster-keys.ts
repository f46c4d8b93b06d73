import { countedOf, markingProblem, markProblem, type MarkedSession, type MarkProblem } from '#domain/attendance/marks.ts';
import { statusOfTimes, timeNear } from '#domain/attendance/times-present.ts';
import type { AttendanceStatus } from '#domain/attendance/delivered-minutes.ts';
import { addHours, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { marked, stepped, typed, type DraftMark, type RosterDraft, type Typing } from './roster-draft.ts';
import { markOf, marksEqual, storedMark, timesShown, type Person } from './roster-rows.ts';

/** What a key did: the draft after it, which way to go, and whether somebody is marked by it. A problem says why it did nothing. */
export type Pressed = {
  readonly draft: RosterDraft;
  readonly go: 'next' | 'stay' | { readonly rowId: string };
  readonly entered: boolean;
  readonly problem?: MarkProblem | 'no-such-time' | 'marked-already';
};

export type EntryContext = {
  readonly row: Person;
  readonly session: MarkedSession;
  readonly zone: Zone;
  readonly now: Instant;
  readonly earlyMinutes: number;
};

const stay = (draft: RosterDraft): Pressed => ({ draft, go: 'stay', entered: false });
const refused = (draft: RosterDraft, problem: Pressed['problem'] & string): Pressed => ({ ...stay(draft), problem });

const letters: Readonly<Record<string, AttendanceStatus>> = { P: 'present', A: 'absent', X: 'excused' };

/** Somebody marked. A mark that is what the server has is none. */
export function entering(draft: RosterDraft, context: EntryContext, change: Partial<DraftMark>, go: 'next' | 'stay' = 'next'): Pressed {
  const { row, session, now, earlyMinutes } = context;
  const mark = { ...markOf(row, draft), version: row.version, ...change };
  const problem = markingProblem(mark.status, session, now, earlyMinutes) ?? markProblem(mark, session)?.[1] ?? null;
  if (problem !== null) return refused(draft, problem);
  const next = marksEqual(mark, storedMark(row), session) ? null : mark;
  return { draft: marked(draft, row.clientId, next), go, entered: true };
}

const notHere = { arrivedAt: null, leftAt: null, minutes: null };

/** A status by itself: present stamps the scheduled times, whoever isn't here has none. */
export function markWith(
  draft: RosterDraft,
  context: EntryContext,
  status: AttendanceStatus | null,
  go: 'next' | 'stay' = 'next',
): Pressed {
  const change = { ...notHere, status };
  return entering(
    draft,
    context,
    status === 'present' ? { ...change, ...timesShown({ ...markOf(context.row, draft), ...change }, context.session) } : change,
    go,
  );
}

/** Enter, or leaving the row by an arrow: the number that was typed is the mark. Where none was, late and left early have no time yet. */
export function entered(draft: RosterDraft, context: EntryContext): Pressed {
  const typing = draft.typing[context.row.clientId];
  if (typing === undefined) return { draft, go: 'next', entered: false };
  const times = typing.text === '' ? withoutTime(typing) : timesTyped(typing, context);
  if (times === null) return refused(draft, 'no-such-time');
  return entering(draft, context, { ...notHere, ...times });
}

function withoutTime({ letter }: Typing): Partial<DraftMark> | null {
  return letter === '' ? null : { status: letter === 'L' ? 'late' : 'left-early' };
}

/** '20' is minutes, '6:20' a time on the clinic's clock. Without L or F, a number is the minutes that somebody was here. */
function timesTyped({ letter, text }: Typing, { session, zone }: EntryContext): Partial<DraftMark> | null {
  const minutes = text.includes(':') ? null : Number(text);
  if (letter === '') {
    if (minutes === null || !Number.isSafeInteger(minutes)) return null;
    return { status: minutes === countedOf(session) ? 'present' : 'left-early', minutes };
  }
  if (!session.timesKnown) return null;
  const at =
    minutes === null
      ? timeNear(text, session, zone)
      : addHours(letter === 'L' ? session.startsAt : session.endsAt, (letter === 'L' ? minutes : -minutes) / 60);
  if (at === null) return null;
  const times = letter === 'L' ? { arrivedAt: at, leftAt: session.endsAt } : { arrivedAt: session.startsAt, leftAt: at };
  return { ...times, status: statusOfTimes(times, session) };
}

/**
 * One key on one row. Null where the key means nothing here. A mark that was made here is never replaced by typing: it is taken back
 * first, or changed by a press that names its person (`named`).
 */
export function pressed(draft: RosterDraft, key: string, context: EntryContext, named = false): Pressed | null {
  const rowId = context.row.clientId;
  const mark = draft.marks[rowId]?.status ?? null;
  const same = mark !== null && letters[key.toUpperCase()] === mark;
  const replaces = /^[\d:lfpax]$/i.test(key) && !same;
  if (!named && replaces && mark !== null && draft.typing[rowId] === undefined) return refused(draft, 'marked-already');
  return markedBy(draft, key, context);
}

function markedBy(draft: RosterDraft, key: string, context: EntryContext): Pressed | null {
  const rowId = context.row.clientId;
  const typing = draft.typing[rowId];
  if (/^[\d:]$/.test(key))
    return stay(typed(draft, rowId, { letter: typing?.letter ?? '', text: `${typing?.text ?? ''}${key}`.slice(0, 5) }));
  if (key === 'Enter') return typing === undefined ? null : entered(draft, context);
  if (key === 'Escape') return typing === undefined ? null : stay(typed(draft, rowId, null));
  if (key === 'Backspace' || key === 'Delete') return takenBack(draft, context, typing);
  const letter = key.toUpperCase();
  if (letter === 'L' || letter === 'F') return typingOf(draft, context, letter);
  if (letter === 'T') return entering(draft, context, { telehealth: !markOf(context.row, draft).telehealth }, 'stay');
  const status = letters[letter];
  return status === undefined ? null : markWith(draft, context, status);
}

function typingOf(draft: RosterDraft, { row, session, now, earlyMinutes }: EntryContext, letter: 'L' | 'F'): Pressed {
  const problem = markingProblem('late', session, now, earlyMinutes);
  if (problem !== null) return refused(draft, problem);
  // Digits that were typed before the letter are what it is about.
  const text = draft.typing[row.clientId]?.letter === '' ? (draft.typing[row.clientId]?.text ?? '') : '';
  return stay(typed(draft, row.clientId, { letter, text }));
}

function takenBack(draft: RosterDraft, context: EntryContext, typing: Typing | undefined): Pressed | null {
  const { row } = context;
  if (typing !== undefined)
    return stay(typed(draft, row.clientId, typing.text === '' ? null : { ...typing, text: typing.text.slice(0, -1) }));
  if (draft.marks[row.clientId] !== undefined) return { draft: marked(draft, row.clientId, null), go: 'stay', entered: false };
  return row.status === null ? null : markWith(draft, context, null, 'stay');
}

/** Ctrl+Z and Ctrl+Shift+Z. */
export function steppedBy(draft: RosterDraft, way: 'undo' | 'redo'): Pressed | null {
  const step = stepped(draft, way);
  return step === null ? null : { draft: step.draft, go: { rowId: step.rowId }, entered: false };
}
