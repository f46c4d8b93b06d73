import type { Instant } from '#domain/calendar/calendar.ts';
import { notValidReasons, type CupReading } from '#domain/drug-screens/cups.ts';
import type { CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import { changed, stepped, without, type Entry, type LogDraft } from './log-draft.ts';
import { watchTurned } from './observers.ts';
import { nothingTyped, reasonRequested, settled, withDigit, withLetter, withoutLast, withStrip, type Typing } from './strip-typing.ts';

/** What a key did: the draft after it, which way to go, and the row that it changed, if any. */
export type Pressed = {
  readonly draft: LogDraft;
  readonly go: 'next' | 'stay' | { readonly rowId: string };
  readonly entered: boolean;
  /** What was pressed would have read the row anew: it was left as it is entered. */
  readonly left?: true;
};

const withoutCup: Readonly<Record<string, CollectionOutcome>> = {
  D: 'declined',
  O: 'not-collected',
  B: 'unable',
  X: 'excused',
  K: 'cancelled-by-program',
};

/** `reader` is whoever reads the cups; null where the program has no collection watched. */
type EntryContext = { readonly rowId: string; readonly codes: readonly string[]; readonly at: Instant; readonly reader: string | null };

const stay = (draft: LogDraft): Pressed => ({ draft, go: 'stay', entered: false });
const typingOn = (draft: LogDraft, rowId: string, typing: Typing | null): Pressed =>
  stay({ ...draft, typing: typing === null ? without(draft.typing, rowId) : { ...draft.typing, [rowId]: typing } });

function entering(draft: LogDraft, { rowId, at }: EntryContext, reading: Partial<CupReading>): Pressed {
  const inRange =
    reading.outcome !== undefined || reading.temperatureInRange === false
      ? (reading.temperatureInRange ?? null)
      : !draft.outOfRange.includes(rowId);
  const entry: Entry = { outcome: 'collected', noLine: [], notValid: null, toLab: false, ...reading, temperatureInRange: inRange, at };
  return { draft: changed(draft, rowId, { entries: { ...draft.entries, [rowId]: entry } }), go: 'next', entered: true };
}

/** Enter, or leaving the row by an arrow: what was typed is what was read. A row where nothing was typed stays not recorded. */
export function entered(draft: LogDraft, context: EntryContext): Pressed {
  const typing = draft.typing[context.rowId];
  if (typing === undefined) return { draft, go: 'next', entered: false };
  if (typing.asksReason) return stay(draft);
  const { strips } = settled(typing, context.codes);
  if (strips.length === 0) return typingOn(draft, context.rowId, null);
  return entering(draft, context, { noLine: context.codes.filter((code) => strips.includes(code)) });
}

/** What may be said of a row that is entered: the rest would put another reading in its place. */
const besides: readonly string[] = ['T', 'W', 'Enter', 'Escape', 'Backspace', 'Delete', ' ', ','];

/**
 * One key on one row. Null where the key means nothing here. `spelled` reads a letter as the start of a strip's code.
 * A row that is entered is never read anew by a key: it is taken back first.
 */
export function pressed(draft: LogDraft, key: string, context: EntryContext, spelled: boolean): Pressed | null {
  const done = readBy(draft, key, context, spelled);
  const { rowId } = context;
  const isEntered = draft.entries[rowId] !== undefined && draft.typing[rowId] === undefined;
  const replaces = spelled || !besides.includes(key.length === 1 ? key.toUpperCase() : key);
  return done !== null && isEntered && replaces ? { ...stay(draft), left: true } : done;
}

function readBy(draft: LogDraft, key: string, context: EntryContext, spelled: boolean): Pressed | null {
  const { rowId, codes } = context;
  const typing = draft.typing[rowId];
  if (typing?.asksReason === true) return reasonKey(draft, key, context);
  if (key.startsWith('strip ')) return typingOn(draft, rowId, withStrip(typing ?? nothingTyped, key.slice(6), codes));
  if (/^\d$/.test(key)) return typingOn(draft, rowId, withDigit(typing ?? nothingTyped, key, codes));
  if (key === ' ' || key === ',')
    return typing === undefined ? (key === ' ' ? setDown(draft, context) : null) : typingOn(draft, rowId, settled(typing, codes));
  if (key === 'Enter') return entered(draft, context);
  if (key === 'Escape') return typing === undefined ? null : typingOn(draft, rowId, null);
  if (key === 'Backspace' || key === 'Delete') return takenBack(draft, context, typing);
  return /^[A-Za-z]$/.test(key) ? letterKey(draft, key.toUpperCase(), context, spelled) : null;
}

function letterKey(draft: LogDraft, letter: string, context: EntryContext, spelled: boolean): Pressed | null {
  const { rowId, codes } = context;
  const typing = draft.typing[rowId] ?? nothingTyped;
  const spelling = spelled || /^[A-Z]/.test(typing.pending);
  if (!spelling) {
    if (letter === 'N') return entering(draft, context, {});
    if (letter === 'L') return entering(draft, context, { toLab: true });
    if (letter === 'V') return typingOn(draft, rowId, reasonRequested);
    if (letter === 'T') return temperatureTurned(draft, context);
    if (letter === 'W' && context.reader !== null) return watchedTurned(draft, rowId, context.reader);
    const outcome = withoutCup[letter];
    if (outcome !== undefined) return entering(draft, context, { outcome });
  }
  const next = withLetter(typing, letter, codes);
  return next === null ? null : typingOn(draft, rowId, next);
}

function reasonKey(draft: LogDraft, key: string, context: EntryContext): Pressed | null {
  if (key === 'Escape' || key === 'Backspace') return typingOn(draft, context.rowId, null);
  const reason = /^\d$/.test(key) ? notValidReasons[Number(key) - 1] : undefined;
  if (reason === undefined) return null;
  return entering(draft, context, { notValid: reason, ...(reason === 'temperature' && { temperatureInRange: false }) });
}

/** Temperature is said for the row, before or after its lines. What was entered and has no cup has no temperature. */
function temperatureTurned(draft: LogDraft, { rowId }: EntryContext): Pressed | null {
  const entry = draft.entries[rowId];
  if (entry !== undefined && (entry.outcome !== 'collected' || entry.notValid === 'temperature')) return null;
  const out = !draft.outOfRange.includes(rowId);
  const outOfRange = out ? [...draft.outOfRange, rowId] : draft.outOfRange.filter((id) => id !== rowId);
  const entries = entry === undefined ? draft.entries : { ...draft.entries, [rowId]: { ...entry, temperatureInRange: !out } };
  const typing = draft.typing[rowId];
  const turned = changed(draft, rowId, { entries, outOfRange });
  return {
    draft: typing === undefined ? turned : { ...turned, typing: { ...turned.typing, [rowId]: typing } },
    go: 'stay',
    entered: entry !== undefined,
  };
}

/** Whether the collection was watched is said for the row, before or after its lines. Where there is no cup there is nothing to say. */
function watchedTurned(draft: LogDraft, rowId: string, reader: string): Pressed | null {
  const entry = draft.entries[rowId];
  if (entry !== undefined && entry.outcome !== 'collected') return null;
  const typing = draft.typing[rowId];
  const turned = watchTurned(draft, rowId, reader);
  return {
    draft: typing === undefined ? turned : { ...turned, typing: { ...turned.typing, [rowId]: typing } },
    go: 'stay',
    entered: false,
  };
}

function takenBack(draft: LogDraft, { rowId }: EntryContext, typing: Typing | undefined): Pressed | null {
  if (typing !== undefined) return typingOn(draft, rowId, withoutLast(typing));
  return draft.entries[rowId] === undefined
    ? null
    : { draft: changed(draft, rowId, { entries: without(draft.entries, rowId) }), go: 'stay', entered: false };
}

function setDown(draft: LogDraft, { rowId, at }: EntryContext): Pressed {
  const running = draft.setDown[rowId] !== undefined;
  return stay({ ...draft, setDown: running ? without(draft.setDown, rowId) : { ...draft.setDown, [rowId]: at } });
}

/** Ctrl+Z and Ctrl+Shift+Z. */
export function steppedBy(draft: LogDraft, way: 'undo' | 'redo'): Pressed | null {
  const step = stepped(draft, way);
  return step === null ? null : { draft: step.draft, go: { rowId: step.rowId }, entered: false };
}
