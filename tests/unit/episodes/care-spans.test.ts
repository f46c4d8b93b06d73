import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { leaveOverlapMessage, levelProblemMessage } from '#domain/episodes/spans-words.ts';
import { leaveOverlapping, levelProblem, levelSpans } from '#domain/episodes/spans.ts';

const at = (id: string, from: string, level: string) => ({ id, from: day(from), level });
const opened = { openedOn: day('2026-06-08'), closedOn: null };
const known = [at('a', '2026-06-08', '2.1'), at('b', '2026-09-01', '1.5')];

test('a level runs until the day before the next, and the last until the closing', () => {
  expect(levelSpans(known.toReversed(), day('2026-10-01')).map(({ level, from, to }) => [level, from, to])).toEqual([
    ['2.1', '2026-06-08', '2026-08-31'],
    ['1.5', '2026-09-01', '2026-10-01'],
  ]);
});

test.each<[string, Parameters<typeof levelProblem>, string | null]>([
  ['a change later on', [known, at('new', '2026-10-01', '2.5'), opened], null],
  ['a change between two', [known, at('new', '2026-07-01', '2.5'), opened], null],
  ['the first level on the opening day', [[], at('new', '2026-06-08', '2.1'), opened], null],
  ['a first level a day late leaves a gap', [[], at('new', '2026-06-09', '2.1'), opened], 'gap'],
  ['a level before the episode', [known, at('new', '2026-06-01', '2.5'), opened], 'gap'],
  ['the first level moved away from the opening day', [known, at('a', '2026-06-09', '2.1'), opened], 'gap'],
  ['two levels from one day overlap', [known, at('new', '2026-09-01', '2.5'), opened], 'same-day'],
  ['the level that it is already', [known, at('new', '2026-10-01', '1.5'), opened], 'no-change'],
  ['the level that follows', [known, at('new', '2026-08-01', '1.5'), opened], 'no-change'],
  ['a level after the closing', [known, at('new', '2026-10-02', '2.5'), { ...opened, closedOn: day('2026-10-01') }], 'outside'],
])('%s', (_, question, kind) => {
  const problem = levelProblem(...question);
  expect(problem?.kind ?? null).toBe(kind);
  if (problem !== null) expect(levelProblemMessage(problem)).toMatch(/[.]$/);
});

const leave = (from: string, to: string | null, id: string | null = null) => ({ id, from: day(from), to: to === null ? null : day(to) });

test.each<[string, ReturnType<typeof leave>, string | null, boolean]>([
  ['days before', leave('2026-11-01', '2026-11-09'), '2026-11-15', false],
  ['days after', leave('2026-11-16', null), '2026-11-15', false],
  ['a day shared at the end', leave('2026-11-15', '2026-11-20'), '2026-11-15', true],
  ['a day shared at the start', leave('2026-11-01', '2026-11-10'), '2026-11-15', true],
  ['an open leave before', leave('2026-11-01', null), '2026-11-15', true],
  ['any day after an open one', leave('2026-12-01', '2026-12-02'), null, true],
  ['the same leave, changed', leave('2026-11-10', '2026-11-12', 'x'), '2026-11-15', false],
])('%s', (_, wanted, to, shares) => {
  const other = leaveOverlapping(wanted, [{ id: 'x', from: day('2026-11-10'), to: to === null ? null : day(to) }]);
  expect(other !== null).toBe(shares);
  if (other !== null) expect(leaveOverlapMessage(other)).toContain('10 Nov 2026');
});
