import { useImperativeHandle, type KeyboardEvent, type Ref, type RefObject } from 'react';
import { markProblemWords } from '#domain/attendance/marks-words.ts';
import { countedOf, opensAt } from '#domain/attendance/marks.ts';
import { momentWords } from '#domain/calendar/words.ts';
import { announce } from '#ui/announcements.ts';
import { rowAt } from '#ui/row-moves.ts';
import { entered, pressed, steppedBy, type EntryContext, type Pressed } from './roster-keys.ts';
import type { RosterDraft } from './roster-draft.ts';
import { markOf, type RosterRow } from './roster-rows.ts';
import { markWords, rosterWords } from './roster-words.ts';
import type { ChangeRoster } from './useRosterDraft.ts';

export type RosterHandle = { readonly press: (key: string) => void; readonly focus: () => void };

type Keys = {
  ref: Ref<RosterHandle>;
  table: RefObject<HTMLTableElement | null>;
  rows: readonly RosterRow[];
  draft: RosterDraft;
  context: Omit<EntryContext, 'row'>;
  /** The row that has the one stop of the Tab key. */
  stop: RosterRow;
  onCurrent: (id: string) => void;
  onChange: ChangeRoster;
  onFault: (fault: { readonly rowId: string; readonly message: string } | null) => void;
  onReview: () => void;
  /** Keys that open something: details, a make-up, the way to the results, a person to add, an outreach. */
  onOpen: (what: 'details' | 'make-up' | 'results' | 'person' | 'outreach', row: RosterRow) => void;
};

const opening: Readonly<Record<string, Parameters<Keys['onOpen']>[0]>> = {
  Enter: 'details',
  m: 'make-up',
  r: 'results',
  '+': 'person',
  o: 'outreach',
};

/** What keys do in the roster, and the same for presses from outside it. */
export function useRosterKeys({ ref, table, rows, draft, context, stop, onCurrent, onChange, onFault, onReview, onOpen }: Keys) {
  const { session, zone, earlyMinutes } = context;
  const goTo = (id: string) => {
    onCurrent(id);
    table.current?.querySelector<HTMLElement>(`#place-${CSS.escape(id)}`)?.focus();
  };
  const nameOf = (row: RosterRow): string => row.name.split(',')[0] ?? row.name;
  const problemWords = (row: RosterRow, problem: NonNullable<Pressed['problem']>): string =>
    problem === 'no-such-time'
      ? rosterWords.noSuchTime
      : problem === 'marked-already'
        ? rosterWords.markedAlready(nameOf(row), markWords(markOf(row, draft), session))
        : markProblemWords(problem, { most: countedOf(session), opens: momentWords(opensAt(session, earlyMinutes), zone) });

  const apply = (row: RosterRow, done: Pressed, nextId: string) => {
    const message = done.problem === undefined ? null : problemWords(row, done.problem);
    onFault(message === null ? null : { rowId: row.id, message });
    if (message !== null) {
      announce(message);
      return;
    }
    onChange(() => done.draft);
    if (done.entered) {
      const count = rows.filter((one) => markOf(one, done.draft).status !== null).length;
      announce(rosterWords.announced(nameOf(row), markWords(markOf(row, done.draft), session), count, rows.length));
    }
    goTo(done.go === 'next' ? nextId : done.go === 'stay' ? row.id : done.go.rowId);
  };
  const step = (row: RosterRow, way: 'undo' | 'redo') => {
    const done = steppedBy(draft, way);
    if (done === null) return;
    apply(row, done, row.id);
    const touched = rows.find(({ id }) => typeof done.go === 'object' && id === done.go.rowId);
    if (touched !== undefined) announce(way === 'undo' ? rosterWords.undone(nameOf(touched)) : rosterWords.redone(nameOf(touched)));
  };
  const below = (row: RosterRow): string => rows[row.number]?.id ?? row.id;
  /** Answers whether the key meant something here. `named` is a press on a button of that very person. */
  const press = (row: RosterRow, key: string, named = false): boolean => {
    const here = { ...context, row };
    const sending = draft.batch?.input.rows.some(({ clientId }) => clientId === row.id) === true;
    const moved = rowAt(rows, row.id, key);
    if (moved !== null) {
      const left = sending ? null : entered(draft, here);
      if (left !== null && (left.entered || left.problem !== undefined)) apply(row, left, moved);
      else goTo(moved);
      return true;
    }
    const done = sending ? null : pressed(draft, key, here, named);
    if (done !== null) {
      apply(row, done, below(row));
      return true;
    }
    const what = opening[key.length === 1 ? key.toLowerCase() : key];
    if (what !== undefined) onOpen(what, row);
    return what !== undefined;
  };
  useImperativeHandle(ref, () => ({
    focus: () => goTo(stop.id),
    press: (key) => {
      if (key === 'undo') step(stop, 'undo');
      else press(stop, key);
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return;
    // The row that has the keyboard, wherever the others went meanwhile.
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    const row = rows.find(({ id }) => id === here) ?? stop;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'z') step(row, event.shiftKey ? 'redo' : 'undo');
    else if (control && event.key === 'Enter') {
      const left = entered(draft, { ...context, row });
      if (left.entered || left.problem !== undefined) apply(row, left, row.id);
      if (left.problem === undefined) onReview();
    } else if (control || event.altKey || !press(row, event.key)) return;
    event.preventDefault();
  };

  return { press, onKeyDown };
}
