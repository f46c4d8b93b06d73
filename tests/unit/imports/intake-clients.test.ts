import type { Problem } from '#domain/imports/problems.ts';
import { expect, test } from 'vitest';
import { clients, importedDischarges } from '#server/imports/csv/clients.ts';
import { fileOf, fileWith, firstProblem, readAll } from './intake-source.ts';

type Row = Readonly<Record<string, string>>;
type Case = [string, Row, string, Problem];

const client = {
  chart_number: 'C1',
  first_name: 'Ana',
  last_name: 'Lee',
  born_on: '1990-01-01',
  opened_on: '2026-06-01',
  closed_on: '',
  closed_because: '',
};

test.each<Case>([
  ['no chart number', { ...client, chart_number: '' }, 'chart_number', { code: 'cell-empty' }],
  ['a chart number in powers of ten', { ...client, chart_number: '1E5' }, 'chart_number', { code: 'power-of-ten' }],
  ['a formula for a name', { ...client, first_name: '=HYPERLINK("x")' }, 'first_name', { code: 'cell-formula' }],
  ['a name of five thousand letters', { ...client, last_name: 'x'.repeat(5_000) }, 'last_name', { code: 'cell-too-long', most: 200 }],
  ['an episode that opens tomorrow', { ...client, opened_on: '2026-11-24' }, 'opened_on', { code: 'future-day' }],
  [
    'an episode that closes before it opens',
    { ...client, closed_on: '2026-05-01', closed_because: 'completed' },
    'closed_on',
    { code: 'closed-before-opened' },
  ],
  [
    'an episode that closes tomorrow',
    { ...client, closed_on: '2026-11-24', closed_because: 'completed' },
    'closed_on',
    { code: 'future-day' },
  ],
  ['a closing without its reason', { ...client, closed_on: '2026-07-01' }, 'closed_because', { code: 'reason-without-day' }],
  ['a reason without its closing', { ...client, closed_because: 'completed' }, 'closed_on', { code: 'reason-without-day' }],
  [
    'a reason that no program has',
    { ...client, closed_on: '2026-07-01', closed_because: 'positive screen' },
    'closed_because',
    { code: 'unknown-word', allowed: importedDischarges },
  ],
  [
    'an ending that two people sign',
    { ...client, closed_on: '2026-07-01', closed_because: 'ended-by-program' },
    'closed_because',
    { code: 'unknown-word', allowed: importedDischarges },
  ],
  ['a birth after the opening', { ...client, born_on: '2026-07-01' }, 'born_on', { code: 'born-after-opened' }],
])('refuses %s', async (_, row, column, problem) => {
  expect(await firstProblem(row, clients)).toMatchObject({ row: 2, line: 2, column, ...problem });
});

test('takes a row, and keeps an unknown birth date unknown', async () => {
  const { rows } = await readAll(fileWith({ ...client, born_on: '' }), clients);
  expect(rows).toMatchObject([{ chartNumber: 'C1', bornOn: null, closedOn: null, closedBecause: null }]);
});

test('says everything that is wrong with a row at once', async () => {
  const { said } = await readAll(fileWith({ ...client, first_name: '=1', born_on: '02/03/88', opened_on: '2026-02-30' }), clients);
  expect(said.map(({ column }) => column)).toEqual(['first_name', 'opened_on', 'born_on']);
});

test('refuses a second episode whose row names the client otherwise', async () => {
  const { said } = await readAll(
    fileOf('chart_number,first_name,last_name,opened_on\nC1,Ana,Lee,2026-06-01\nC1,Anna,Lee,2026-07-01'),
    clients,
  );
  expect(said).toMatchObject([{ line: 3, code: 'rows-disagree', firstLine: 2 }]);
});

test.each(['hospitalized', 'hospitalised', 'Hospitalised'])('a stay that ended in hospital is read, written %s', async (word) => {
  const { rows, said } = await readAll(fileWith({ ...client, closed_on: '2026-07-01', closed_because: word }), clients);
  expect(said).toEqual([]);
  expect(rows).toMatchObject([{ closedBecause: 'hospitalized' }]);
});
