import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { sortIn, sortText, nextSort } from '#domain/cohort/people-sort.ts';
import type { Nameless } from '#server/cohort/people-listed.ts';
import { pageOfPeople, peopleAPage } from '#server/cohort/people-order.ts';

const aRow = (id: string, clientId: string, changes: Partial<Nameless> = {}): Nameless => ({
  id,
  clientId,
  on: day('2026-11-02'),
  countStatus: 'met',
  reason: null,
  open: false,
  hours: null,
  answerHours: null,
  analytes: [],
  ...changes,
});

const positions = new Map([
  ['ana', { byName: 2, byChart: 1 }],
  ['bo', { byName: 1, byChart: 3 }],
  ['cy', { byName: 3, byChart: 2 }],
]);
const rows = [
  aRow('1', 'ana', { on: day('2026-11-03'), answerHours: 9 }),
  aRow('2', 'bo', { on: day('2026-11-05'), answerHours: 100, countStatus: 'not-met', open: true }),
  aRow('3', 'cy', { on: day('2026-11-05'), answerHours: 20 }),
  aRow('4', 'hidden', { on: day('2026-11-06') }),
];
const first = { counted: 'all', after: null } as const;

test.each<[string | undefined, readonly string[]]>([
  [undefined, ['2', '3', '1']],
  ['on', ['1', '2', '3']],
  ['client', ['2', '1', '3']],
  ['-client', ['3', '1', '2']],
  ['chart', ['1', '3', '2']],
  ['summary', ['1', '3', '2']],
  ['-counted', ['2', '1', '3']],
])('rows sorted by %s, those alike by name, and nobody who may not be opened', (sort, ids) => {
  const { page, total, clients } = pageOfPeople(rows, positions, { ...first, sort: sortIn(sort) });
  expect([page.map(({ id }) => id), total, clients]).toEqual([ids, 3, 3]);
});

test('a part has its own rows and counts', () => {
  expect(pageOfPeople(rows, positions, { counted: 'not-met', sort: sortIn('on'), after: null })).toMatchObject({
    total: 1,
    clients: 1,
    next: null,
  });
});

test('the pages hold every row once, each begins behind the one before, and a row that is gone begins anew', () => {
  const many = Array.from({ length: 2 * peopleAPage + 30 }, (_, at) =>
    aRow(`r${at}`, at % 2 === 0 ? 'ana' : 'bo', { on: day(`2026-11-0${(at % 9) + 1}`) }),
  );
  const seen: string[] = [];
  const lengths: number[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { page, next, total, clients }: ReturnType<typeof pageOfPeople> = pageOfPeople(many, positions, {
      counted: 'all',
      sort: sortIn('-on'),
      after,
    });
    expect([total, clients]).toEqual([many.length, 2]);
    seen.push(...page.map(({ id }) => id));
    lengths.push(page.length);
    after = next;
    more = next !== null;
  }
  expect(lengths).toEqual([peopleAPage, peopleAPage, 30]);
  expect(new Set(seen).size).toBe(many.length);
  expect(pageOfPeople(many, positions, { counted: 'all', sort: sortIn('-on'), after: 'gone' }).page[0]?.id).toBe(seen[0]);
});

test('an address says the order, and a head turns it round', () => {
  expect([sortIn('chart'), sortIn('-chart'), sortIn('nothing')].map(sortText)).toEqual(['chart', '-chart', '-on']);
  expect(nextSort(sortIn('client'), 'client')).toEqual({ by: 'client', down: true });
  expect(nextSort(sortIn('client'), 'on')).toEqual({ by: 'on', down: true });
});
