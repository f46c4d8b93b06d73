import { serverNow } from '#api/clock.ts';
import { useImperativeHandle, type KeyboardEvent, type Ref, type RefObject } from 'react';
import { announce } from '#ui/announcements.ts';
import { rowAt } from '#ui/row-moves.ts';
import type { LogDraft } from './log-draft.ts';
import { entered, pressed, steppedBy, type Pressed } from './log-keys.ts';
import { rowState, type LogRow } from './log-rows.ts';
import { cupWords, logWords } from './log-words.ts';
import type { ChangeDraft } from './useLogDraft.ts';

export type GridHandle = { readonly press: (key: string) => void };

type Keys = {
  ref: Ref<GridHandle>;
  table: RefObject<HTMLTableElement | null>;
  rows: readonly LogRow[];
  draft: LogDraft;
  codes: readonly string[];
  /** The row that has the one stop of the Tab key. */
  stop: LogRow;
  onCurrent: (row: LogRow) => void;
  /** A row that a key left as it was, with why; null once another key is pressed. */
  onLeft: (left: { readonly rowId: string; readonly message: string } | null) => void;
  onChange: ChangeDraft;
  onReview: () => void;
  onWalkIn: () => void;
  onCorrect: (row: LogRow) => void;
  /** Whoever reads the cups, where the program has collections watched. */
  reader: string | null;
  /** Starts a breath reading of the row's client; null where the program has no device. */
  onBreath: ((row: LogRow, typed: string) => void) | null;
};

/** What keys do in the grid, and the same for presses from outside it. */
export function useLogKeys({
  ref,
  table,
  rows,
  draft,
  codes,
  stop,
  onCurrent,
  onLeft,
  onChange,
  onReview,
  onWalkIn,
  onCorrect,
  reader,
  onBreath,
}: Keys) {
  const goTo = (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row !== undefined) onCurrent(row);
    table.current?.querySelector<HTMLElement>(`#cup-${CSS.escape(id)}`)?.focus();
  };
  const apply = (row: LogRow, done: Pressed | null, nextId: string) => {
    if (done === null) return;
    const before = draft.entries[row.id];
    const left = done.left === true && before !== undefined ? logWords.entered(row.name, cupWords(before)) : null;
    onLeft(left === null ? null : { rowId: row.id, message: left });
    if (left !== null) {
      announce(left);
      return;
    }
    onChange(() => done.draft);
    const entry = done.draft.entries[row.id];
    if (done.entered && entry !== undefined) {
      const count = rows.filter((one) => !['blank', 'typing'].includes(rowState(one, done.draft))).length;
      announce(logWords.announced(row.name.split(',')[0] ?? row.name, cupWords(entry), count, rows.length));
    }
    goTo(done.go === 'next' ? nextId : done.go === 'stay' ? row.id : done.go.rowId);
  };
  const step = (row: LogRow, way: 'undo' | 'redo') => {
    const done = steppedBy(draft, way);
    apply(row, done, row.id);
    const touched =
      done !== null && typeof done.go === 'object' ? rows.find(({ id }) => typeof done.go === 'object' && id === done.go.rowId) : undefined;
    if (touched !== undefined) announce(way === 'undo' ? logWords.undone(touched.name) : logWords.redone(touched.name));
  };
  /** Answers whether the key meant something here. */
  const press = (row: LogRow, key: string, spelled: boolean): boolean => {
    const context = { rowId: row.id, codes, at: serverNow(), reader };
    const open = !['saved', 'sending'].includes(rowState(row, draft));
    const moved = rowAt(rows, row.id, key);
    if (moved !== null) {
      const left = open ? entered(draft, context) : null;
      if (left?.entered === true) apply(row, left, moved);
      else goTo(moved);
      return true;
    }
    if (!open) {
      // Enter runs past saved rows, so on one of them it was meant.
      if (key === 'Enter' && row.recorded?.byYou === true) onCorrect(row);
      return key === 'Enter';
    }
    const done = pressed(draft, key, context, spelled);
    apply(row, done, done === null ? row.id : nextOpen(rows, done.draft, row.id));
    return done !== null;
  };
  useImperativeHandle(ref, () => ({
    press: (key) => {
      if (key === 'undo') step(stop, 'undo');
      else press(stop, key, false);
    },
  }));

  const chooseWatcher = (row: LogRow) => {
    table.current?.querySelector<HTMLElement>(`tr:has(#cup-${CSS.escape(row.id)}) [data-watched]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // In the list of observers keys choose a name; Enter and Escape lead back to the cup.
    if (event.target instanceof HTMLSelectElement) {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      goTo(stop.id);
      return;
    }
    // The row that has the keyboard, wherever the others went meanwhile.
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    const row = rows.find(({ id }) => id === here) ?? stop;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'z') step(row, event.shiftKey ? 'redo' : 'undo');
    else if (control && event.key === 'Enter') {
      const left = entered(draft, { rowId: row.id, codes, at: serverNow(), reader });
      if (left.entered) apply(row, left, row.id);
      onReview();
    } else if (event.key === '+' && !control) onWalkIn();
    else if (event.key === '.' && !control && onBreath !== null) onBreath(row, '.');
    else if (event.key === 'W' && event.shiftKey && reader !== null && draft.typing[row.id] === undefined) chooseWatcher(row);
    else if (control || event.altKey || !press(row, event.key, event.shiftKey)) return;
    event.preventDefault();
  };

  return { press, onKeyDown };
}

/** The row below, leaving out those that are the server's already. The last one stays. */
function nextOpen(rows: readonly LogRow[], draft: LogDraft, from: string): string {
  const index = rows.findIndex(({ id }) => id === from);
  return rows.slice(index + 1).find((row) => !['saved', 'sending'].includes(rowState(row, draft)))?.id ?? from;
}
