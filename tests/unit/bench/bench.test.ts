import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourcesOf } from '#kit/sources.ts';
import { beside, budgets, held, type BudgetName } from '../../bench/budgets.ts';
import { interleaved, median } from '../../bench/round-trips.ts';

test.each<[string, BudgetName, number, boolean]>([
  ['a weight at its budget is kept', 'Today script, gzip', 137, true],
  ['a weight over it is not', 'Today script, gzip', 137.1, false],
  ['a pace at its budget is kept', 'import of screens', 2_400, true],
  ['a pace under it is not', 'import of screens', 2_399, false],
  ['a share of the bare floor may be more than asked', 'list of 50 at 10,000 clients, of bare requests a second', 0.8, true],
  ['and may not be less', 'list of 50 at 10,000 clients, of bare requests a second', 0.34, false],
  ['what could not be measured keeps no budget', 'Today script, gzip', Number.NaN, false],
  ['nor does a pace without end', 'import of screens', Number.POSITIVE_INFINITY, false],
])('%s', (_, name, value, ok) => expect(held(name, value).ok).toBe(ok));

test('a line is its name, value, unit, budget and whether that is kept', () => {
  expect(JSON.parse(JSON.stringify(held('Today script, gzip', 136.6284)))).toEqual({
    name: 'Today script, gzip',
    value: 136.6,
    unit: 'KB',
    budget: 137,
    ok: true,
  });
  expect(beside('bare', 12, 'ms')).toEqual({ name: 'bare', value: 12, unit: 'ms', budget: null, ok: true });
});

test('every promise of the budgets has a figure, and every figure is measured somewhere', () => {
  expect([...new Set(Object.values(budgets).map(({ row }) => row))]).toEqual([
    'first route: script and style, gzip; dialogs and menus lazy',
    'chart chunk; any other route’s own chunk',
    'data requests: Today; client page',
    'rows visible, 4x CPU, 10 Mbit/40 ms, 50 rows',
    'typing in the filter, worst key, 4x CPU',
    'total blocking time, 4x CPU; layout shift',
    'journey chart mount, 26 weeks x 12 analytes',
    'list or search of 50 at 10,000 clients',
    'whole client page in one call',
    'cohort trend over 240,000 screens',
    'validated import',
    'server memory after the bench',
  ]);
  const measuring = sourcesOf(['tests/bench'], /\.ts$/).filter(({ path }) => path !== 'tests/bench/budgets.ts');
  const named = measuring.map(({ text }) => text).join('\n');
  expect(Object.keys(budgets).filter((name) => !named.includes(`'${name}'`))).toEqual([]);
});

test('the budgets on bytes are those that the stories in a browser hold', () => {
  const story = readFileSync('tests/e2e/pages/bytes.spec.ts', 'utf8');
  for (const name of ['Today script, gzip', 'Today style, gzip', 'chart chunk, gzip', 'Today data requests'] as const)
    expect(story).toContain(`toBeLessThanOrEqual(${budgets[name].budget})`);
});

test('the median is the figure in the middle, or the mean of the two there', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, Number.NaN]);
});

test('floor and ours are measured in turns, and the first turn counts for nothing', async () => {
  const said: string[] = [];
  const figures = { floor: [99, 10, 20, 10], ours: [99, 5, 20, 20] };
  const next = (of: 'floor' | 'ours') => () => {
    said.push(of);
    return Promise.resolve(figures[of].shift() ?? 0);
  };
  expect(await interleaved(next('floor'), next('ours'), 3)).toEqual({ ratio: 1, ours: 20, floor: 10 });
  expect(said).toEqual(['floor', 'ours', 'floor', 'ours', 'floor', 'ours', 'floor', 'ours']);
});
