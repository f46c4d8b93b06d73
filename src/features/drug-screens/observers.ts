import { impliesCup } from '#domain/drug-screens/cups.ts';
import { changed, without, type LogDraft } from './log-draft.ts';

/** Who watched: the id of a member of staff, 'nobody' where it was not watched, or nothing where it isn't said. */
export type Watched = string;
export const nobody = 'nobody';
export const notRecorded = '';

/** What holds for a row: its own answer, or the one chosen for the whole log. */
export const watchedOn = (draft: LogDraft, rowId: string): Watched => draft.watched[rowId] ?? draft.watcher;

/** Another answer for one row; the log's own answer takes the row's back. */
export const watchedBy = (draft: LogDraft, rowId: string, watched: Watched): LogDraft =>
  changed(draft, rowId, {
    watched: watched === draft.watcher ? without(draft.watched, rowId) : { ...draft.watched, [rowId]: watched },
  });

/** One key: not watched, and back to what holds for the log, or to the reader where that is not a person. */
export function watchTurned(draft: LogDraft, rowId: string, readerId: string): LogDraft {
  const person = draft.watcher === notRecorded || draft.watcher === nobody ? readerId : draft.watcher;
  return watchedBy(draft, rowId, watchedOn(draft, rowId) === nobody ? person : nobody);
}

/** What the request says of one row. A row without a cup says nothing. */
export function observationOf(draft: LogDraft, rowId: string, entry: Parameters<typeof impliesCup>[0]) {
  const watched = watchedOn(draft, rowId);
  if (!impliesCup(entry) || watched === notRecorded) return {};
  return watched === nobody ? { observed: false } : { observed: true, observedBy: watched };
}
