import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { csvText } from '#server/imports/csv/csv-text.ts';
import { tableOf } from '#server/imports/csv/table.ts';
import { intakes } from '#server/imports/intakes.ts';
import { templateOf } from '#server/imports/csv/templates.ts';
import { translationOf } from '#server/imports/csv/translation.ts';
import { day } from '#domain/calendar/calendar.ts';
import type { ImportKind, ImportMapping } from '#domain/imports/imports.ts';
import { clients } from '#server/imports/csv/clients.ts';
import { screens } from '#server/imports/csv/screens.ts';
import { sessions } from '#server/imports/csv/sessions.ts';
import { fileOf, readAll } from './intake-source.ts';

// Thousands of tables are written and read in a test, which a loaded machine does in more than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

async function read(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  const table = await tableOf(fileOf(text));
  rows.push([...table.names.cells]);
  for await (const { cells } of table.rows) rows.push([...cells]);
  return rows;
}

test('a downloaded cell is never a formula, and everything else is read back as it was', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '+1', '-5', '-2.5', '@sum', '\t=1', '"a"', 'a,b', '\r=1', '=', '-'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
      const clear = rows.map((row) => row.map((one) => one.replaceAll('\0', '')));
      const back = await read(csvText([['a', 'b'], ...clear.map((row) => row.map((one) => `x${one}`))]));
      expect(back.slice(1)).toEqual(clear.map((row) => row.map((one) => `x${one}`)));
      const escaped = csvText(clear).slice(1);
      for (const line of escaped.split('\r\n').filter((one) => one !== '')) expect(/^"?\s*[=+@]/.test(line)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
  expect(csvText([['-5', '=A1', '-x', '+49 30']])).toBe("\ufeff-5,'=A1,'-x,'+49 30\r\n");
});

test('a template of every kind is read without a word against it', async () => {
  const today = { clients, sessions, screens };
  for (const intake of intakes) {
    const [header = [], ...rows] = await read(templateOf(intake.id, intake.columns));
    expect(header).toEqual(intake.columns.map(({ name }) => name));
    expect(rows).toHaveLength(2);
  }
  for (const kind of Object.values(today)) {
    const { said } = await readAll(fileOf(templateOf(kind.id, kind.columns)), kind as never);
    expect(said).toEqual([]);
  }
});

const clinic = { today: day('2026-11-23'), zone: 'America/Chicago' };

const mappingOf = (kind: ImportKind, columns: Readonly<Record<string, string>>, more: Partial<ImportMapping> = {}): ImportMapping => ({
  kind,
  census: false,
  columns: Object.entries(columns).map(([column, from]) => ({ column, from, always: null })),
  dates: [],
  words: [],
  ...more,
});

const cellsIn = (
  kind: { readonly columns: typeof clients.columns },
  header: readonly string[],
  mapping: ImportMapping,
  row: readonly string[],
) => {
  const cells = translationOf(kind.columns, header, mapping, clinic, []).row(row, null).cells;
  return Object.fromEntries(kind.columns.map(({ name }, at) => [name, cells[at] ?? '']).filter(([, cell]) => cell !== ''));
};

test('a whole name is split at its comma, and without one nobody guesses', () => {
  const mapping = mappingOf('clients', { chart_number: 'MRN', full_name: 'Client' });
  expect(cellsIn(clients, ['MRN', 'Client'], mapping, ['7', 'Walsh, Dana M'])).toEqual({
    chart_number: '7',
    last_name: 'Walsh',
    first_name: 'Dana M',
  });
  expect(cellsIn(clients, ['MRN', 'Client'], mapping, ['7', 'Dana Walsh'])).toEqual({ chart_number: '7', last_name: 'Dana Walsh' });
});

test('a session that the clinic cancelled is cancelled, and nobody in it is marked', () => {
  const mapping = mappingOf('sessions', { chart_number: 'MRN', date: 'Day', attendance: 'Status', group: 'Group' });
  expect(cellsIn(sessions, ['MRN', 'Day', 'Status', 'Group'], mapping, ['7', '2026-11-20', 'Cancelled by clinic', 'Dawn'])).toEqual({
    session_key: '2026-11-20 Dawn',
    chart_number: '7',
    date: '2026-11-20',
    group: 'Dawn',
    title: 'Dawn',
    cancelled_because: 'Cancelled by the clinic',
  });
});

test('years of two digits are read where somebody said so, and in birth dates where they can be of one century only', () => {
  const dates = [{ from: 'Day', order: 'month-first' as const, shortYears: true, serials: false }];
  const mapping = mappingOf('clients', { opened_on: 'Day', born_on: 'Day' }, { dates });
  expect(cellsIn(clients, ['Day'], mapping, ['11/02/26'])).toMatchObject({ opened_on: '2026-11-02', born_on: '11/02/26' });
  expect(cellsIn(clients, ['Day'], mapping, ['02/03/88'])).toMatchObject({ born_on: '1988-02-03' });
});

test('what somebody put right wins over the file', () => {
  const { row } = translationOf(clients.columns, ['MRN'], mappingOf('clients', { chart_number: 'MRN' }), clinic, []);
  expect(row(['1E5'], { chart_number: '100000' }).cells[0]).toBe('100000');
});

test('one word in a column of whole names is one name, and more words without a comma are held', () => {
  const { row } = translationOf(
    clients.columns,
    ['MRN', 'Client'],
    mappingOf('clients', { chart_number: 'MRN', full_name: 'Client' }),
    clinic,
    [],
  );
  const notedOf = (name: string, fixes: Readonly<Record<string, string>> | null = null) => row(['7', name], fixes).noted;
  expect(notedOf('Sukarno')).toEqual([]);
  expect(notedOf('Walsh, Dana')).toEqual([]);
  expect(notedOf('Dana Walsh')).toEqual([{ column: 'first_name', code: 'cell-empty' }]);
  expect(notedOf('Dana Walsh', { first_name: 'Dana', last_name: 'Walsh' })).toEqual([]);
});
