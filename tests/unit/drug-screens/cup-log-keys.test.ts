import { expect, test } from 'vitest';
import { addHours, momentOf, day } from '#domain/calendar/calendar.ts';
import { emptyDraft, type LogDraft } from '#features/drug-screens/log-draft.ts';
import { pressed, steppedBy } from '#features/drug-screens/log-keys.ts';
import { cupWords } from '#features/drug-screens/log-words.ts';
import { readTimer } from '#features/drug-screens/read-timer.ts';

const codes = ['AMP', 'BAR', 'BUP', 'BZO', 'COC', 'FEN', 'MDMA', 'MET', 'MTD', 'OPI', 'OXY', 'THC'];
const at = momentOf(day('2026-11-23'), '20:46', 'America/Chicago');

/** The keys on one row, '+' before a letter for Shift. A key that means nothing leaves the draft as it is. */
const after = (keys: string, start: LogDraft = emptyDraft): LogDraft =>
  keys.split(' ').reduce((draft, key) => {
    const spelled = key.startsWith('+');
    const name = key === 'Space' ? ' ' : spelled ? key.slice(1) : key;
    return pressed(draft, name, { rowId: 'row', codes, at, reader: 'lin' }, spelled)?.draft ?? draft;
  }, start);

const watched = (keys: string, start?: LogDraft): string | undefined => after(keys, start).watched['row'];

test.each([
  ['W', 'nobody'],
  ['W n', 'nobody'],
  ['n W', 'nobody'],
  ['W W', 'lin'],
  ['3 W Enter', 'nobody'],
  ['d W', undefined],
  ['n', undefined],
])('%s: who watched the row is %s', (keys, who) => expect(watched(keys)).toBe(who));

test('a row that turns back to what holds for the log says nothing of its own, and undo brings its answer back', () => {
  const log = { ...emptyDraft, watcher: 'duarte' };
  expect([watched('W', log), watched('W W', log)]).toEqual(['nobody', undefined]);
  expect(steppedBy(after('W', log), 'undo')?.draft.watched).toEqual({});
});

test('W means nothing where the program has no collection watched', () => {
  expect(pressed(emptyDraft, 'w', { rowId: 'row', codes, at, reader: null }, false)).toBeNull();
});

const said = (draft: LogDraft): string => {
  const entry = draft.entries['row'];
  return entry === undefined ? 'not recorded' : `${cupWords(entry)}${entry.temperatureInRange === false ? ', out of range' : ''}`;
};

test.each([
  ['N', 'all drug lines present'],
  ['n', 'all drug lines present'],
  ['3 Enter', 'no line: BUP'],
  ['1 Enter', 'no line: AMP'],
  ['1 2 Enter', 'no line: THC'],
  ['1 Space 2 Enter', 'no line: AMP, BAR'],
  ['1 3 Enter', 'no line: AMP, BUP'],
  ['1 0 1 1 Enter', 'no line: OPI, OXY'],
  ['2 2 Enter', 'not recorded'],
  ['3 5 5 Enter', 'no line: BUP'],
  ['0 Enter', 'not recorded'],
  ['c Enter', 'no line: COC'],
  ['m e Enter', 'no line: MET'],
  ['+B u Enter', 'no line: BUP'],
  ['+T h Enter', 'no line: THC'],
  ['d', 'declined'],
  ['o', 'not collected'],
  ['b', 'unable'],
  ['x', 'excused'],
  ['k', 'cancelled by us'],
  ['l', 'to the lab, unread'],
  ['v 6', 'not valid: leaked'],
  ['v 2', 'not valid: temperature, out of range'],
  ['v 9', 'not recorded'],
  ['v Escape N', 'all drug lines present'],
  ['t N', 'all drug lines present, out of range'],
  ['t t N', 'all drug lines present'],
  ['N t', 'all drug lines present, out of range'],
  ['3 t Enter', 'no line: BUP, out of range'],
  ['d t', 'declined'],
  ['3 Backspace Enter', 'not recorded'],
  ['3 5 Backspace Enter', 'no line: BUP'],
  ['N Backspace', 'not recorded'],
  ['N 3 Enter', 'all drug lines present'],
  ['N d', 'all drug lines present'],
  ['N v 6', 'all drug lines present'],
  ['N +B u Enter', 'all drug lines present'],
  ['3 Enter n', 'no line: BUP'],
  ['d n', 'declined'],
  ['N Backspace 3 Enter', 'no line: BUP'],
  ['N 3 Escape', 'all drug lines present'],
  ['Enter', 'not recorded'],
  ['q', 'not recorded'],
])('%s says: %s', (keys, wanted) => expect(said(after(keys))).toBe(wanted));

test('strips are kept in the order printed on the cup', () => expect(after('1 2 3 Enter').entries['row']?.noLine).toEqual(['BUP', 'THC']));

test('a row that is being typed is not recorded until Enter', () => {
  const typed = after('3');
  expect(typed.entries).toEqual({});
  expect(typed.typing['row']).toMatchObject({ strips: ['BUP'] });
});

test('undo takes back one change at a time, and redo puts it there again', () => {
  const entered = after('N Backspace 3 Enter');
  const once = steppedBy(entered, 'undo');
  const twice = steppedBy(once?.draft ?? emptyDraft, 'undo');
  expect(once?.go).toEqual({ rowId: 'row' });
  expect([said(once?.draft ?? emptyDraft), said(twice?.draft ?? emptyDraft)]).toEqual(['not recorded', 'all drug lines present']);
  const again = steppedBy(twice?.draft ?? emptyDraft, 'redo');
  expect(said(steppedBy(again?.draft ?? emptyDraft, 'redo')?.draft ?? emptyDraft)).toBe('no line: BUP');
  expect(steppedBy(emptyDraft, 'undo')).toBeNull();
});

test('what is on its way to the server can’t be undone', () => {
  const draft = after('N');
  const input = { sessionId: '', panelId: null, lot: null, cupsCounted: 1, rows: [], safety: [] };
  expect(steppedBy({ ...draft, batch: { key: '', input, rowIds: ['row'], waits: true } }, 'undo')).toBeNull();
});

test('Space sets the cup down, and takes it up again', () => {
  expect(after('Space').setDown).toEqual({ row: at });
  expect(after('Space Space').setDown).toEqual({});
});

test.each([
  [0, 'wait', 5],
  [4.9, 'wait', 1],
  [5, 'read-now', 0],
  [8.9, 'read-now', 0],
  [9, 'past', 0],
])('a cup that stands %d minutes is to %s', (minutes, kind, left) => {
  expect(readTimer(at, addHours(at, minutes / 60), { readFromMinutes: 5, readUntilMinutes: 8 })).toMatchObject({ kind, left });
});
