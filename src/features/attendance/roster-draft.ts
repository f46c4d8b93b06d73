import type { Batch } from '#api/useSending.ts';
import type { InputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { Mark } from '#domain/attendance/marks.ts';

/** What somebody says of one person's place, with the version of the place that they saw. */
export type DraftMark = Mark & {
  readonly version: number;
  readonly telehealth: boolean;
  readonly makesUp: string | null;
  readonly note: string | null;
};

/** A number on its way into a row: minutes late, minutes early, or minutes here. */
export type Typing = { readonly letter: 'L' | 'F' | ''; readonly text: string };

export type RosterInput = InputOf<Contract['attendance']['record']>;

export type RosterBatch = Batch<RosterInput>;

type Marks = Readonly<Record<string, DraftMark>>;
type Step = { readonly rowId: string; readonly marks: Marks };

/** Everything on the page that the server doesn't have yet, by the client's id. Kept in memory alone. */
export type RosterDraft = {
  readonly marks: Marks;
  readonly typing: Readonly<Record<string, Typing>>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly batch: RosterBatch | null;
};

export const emptyDraft: RosterDraft = { marks: {}, typing: {}, past: [], future: [], batch: null };

const without = <T>(record: Readonly<Record<string, T>>, ...ids: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));

const remembered = 200;

/** The draft with one person marked otherwise, or as the server has them where the mark is null. It can be had back. */
export function marked(draft: RosterDraft, rowId: string, mark: DraftMark | null): RosterDraft {
  const marks = mark === null ? without(draft.marks, rowId) : { ...draft.marks, [rowId]: mark };
  const past = [...draft.past, { rowId, marks: draft.marks }].slice(-remembered);
  return { ...draft, marks, typing: without(draft.typing, rowId), past, future: [] };
}

export const typed = (draft: RosterDraft, rowId: string, typing: Typing | null): RosterDraft => ({
  ...draft,
  typing: typing === null ? without(draft.typing, rowId) : { ...draft.typing, [rowId]: typing },
});

const isSending = (draft: RosterDraft, rowId: string): boolean =>
  draft.batch?.input.rows.some(({ clientId }) => clientId === rowId) === true;

/** One change back, or forward again, with the person it was about. Null where there is none, or where it is on its way to the server. */
export function stepped(draft: RosterDraft, way: 'undo' | 'redo'): { readonly draft: RosterDraft; readonly rowId: string } | null {
  const [from, to] = way === 'undo' ? [draft.past, draft.future] : [draft.future, draft.past];
  const step = from.at(-1);
  if (step === undefined || isSending(draft, step.rowId)) return null;
  const rest = from.slice(0, -1);
  const turned = [...to, { rowId: step.rowId, marks: draft.marks }];
  const moved = { ...draft, marks: step.marks, typing: without(draft.typing, step.rowId) };
  return { rowId: step.rowId, draft: way === 'undo' ? { ...moved, past: rest, future: turned } : { ...moved, past: turned, future: rest } };
}

/** The draft once the server has answered: what it stored is its own to show, and what somebody else changed stays as it was typed. */
export function afterSaving(draft: RosterDraft, batch: RosterBatch, changed: readonly string[]): RosterDraft {
  const stored = batch.input.rows.map(({ clientId }) => clientId).filter((id) => !changed.includes(id));
  return { ...draft, marks: without(draft.marks, ...stored), past: [], future: [], batch: null };
}

/** People whose marks would be lost with the page. */
export const unsavedCount = (draft: RosterDraft): number => new Set([...Object.keys(draft.marks), ...Object.keys(draft.typing)]).size;
