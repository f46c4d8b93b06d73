import type { Batch } from '#api/useSending.ts';
import type { InputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { CupReading } from '#domain/drug-screens/cups.ts';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Typing } from './strip-typing.ts';

/** What was read on one row and not signed yet. */
export type Entry = CupReading & { readonly at: Instant };

/** Somebody written into the log who was not due in this session. */
export type AddedRow = {
  readonly clientId: string;
  readonly name: string;
  readonly bornOn: Day | null;
  readonly chartNumber: string;
  readonly forCause: boolean;
  readonly secondSpecimen: boolean;
};

export type LogInput = InputOf<Contract['drugScreens']['record']>;

/** A signed log on its way, with the rows of the page that it holds. */
export type LogBatch = Batch<LogInput> & { readonly rowIds: readonly string[] };

type Read = {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly outOfRange: readonly string[];
  /** Who watched, where a row says otherwise than the log. */
  readonly watched: Readonly<Record<string, string>>;
};
type Step = Read & { readonly rowId: string };

/** Everything on the page that the server doesn't have yet. Kept in memory alone. */
export type LogDraft = Read & {
  readonly typing: Readonly<Record<string, Typing>>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly added: readonly AddedRow[];
  readonly setDown: Readonly<Record<string, Instant>>;
  readonly panelId: string | null;
  readonly lot: string | null;
  /** Who watched every row that doesn't say otherwise; '' where it isn't said. */
  readonly watcher: string;
  readonly batch: LogBatch | null;
};

export const emptyDraft: LogDraft = {
  entries: {},
  outOfRange: [],
  watched: {},
  typing: {},
  past: [],
  future: [],
  added: [],
  setDown: {},
  panelId: null,
  lot: null,
  watcher: '',
  batch: null,
};

export const without = <T>(record: Readonly<Record<string, T>>, ...ids: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));

const remembered = 200;

/** The draft with one row read otherwise; what it was before can be had back. */
export function changed(draft: LogDraft, rowId: string, read: Partial<Read>): LogDraft {
  const before: Step = { rowId, entries: draft.entries, outOfRange: draft.outOfRange, watched: draft.watched };
  return { ...draft, ...read, typing: without(draft.typing, rowId), past: [...draft.past, before].slice(-remembered), future: [] };
}

/** One change back, or forward again, with the row that it was made on. Null where there is none, or where it is on its way to the server. */
export function stepped(draft: LogDraft, way: 'undo' | 'redo'): { readonly draft: LogDraft; readonly rowId: string } | null {
  const [from, to] = way === 'undo' ? [draft.past, draft.future] : [draft.future, draft.past];
  const step = from.at(-1);
  if (step === undefined || draft.batch?.rowIds.includes(step.rowId) === true) return null;
  const kept = [...to, { rowId: step.rowId, entries: draft.entries, outOfRange: draft.outOfRange, watched: draft.watched }];
  const rest = from.slice(0, -1);
  const { entries, outOfRange, watched } = step;
  const moved = { ...draft, entries, outOfRange, watched, typing: without(draft.typing, step.rowId) };
  return { rowId: step.rowId, draft: way === 'undo' ? { ...moved, past: rest, future: kept } : { ...moved, past: kept, future: rest } };
}

/** The draft once the server has a batch: its rows are the server's to show, and can't be undone any more. */
export function afterSaving(draft: LogDraft, batch: LogBatch): LogDraft {
  const saved = new Set(batch.input.rows.map(({ clientId }) => clientId));
  return {
    ...draft,
    entries: without(draft.entries, ...batch.rowIds),
    outOfRange: draft.outOfRange.filter((id) => !batch.rowIds.includes(id)),
    watched: without(draft.watched, ...batch.rowIds),
    added: draft.added.filter(({ clientId }) => !saved.has(clientId)),
    past: [],
    future: [],
    batch: null,
  };
}

/** Rows that would be lost with the page. */
export const unsavedCount = (draft: LogDraft): number => Object.keys(draft.entries).length + Object.keys(draft.typing).length;
