import type { Problem } from '#domain/imports/problems.ts';
import { expect, test, vi } from 'vitest';
import { kindFor } from '#server/imports/csv/header.ts';
import { medications } from '#server/imports/csv/medications.ts';
import { sessions } from '#server/imports/csv/sessions.ts';
import { fileOf, readAll } from './intake-source.ts';

// 25 MB of rows are read in one of the tests, which a loaded machine does in more than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

const header = 'chart_number,name,dose,started_on,ended_on';
const good = 'C1,buprenorphine,12 mg,2026-07-24,';
const names = medications.columns.map(({ name }) => name);
const utf16 = (text: string, mark: boolean) => Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]);

test.each<[string, string | Uint8Array, Problem]>([
  ['nothing', '', { code: 'file-empty' }],
  ['a header alone', `${header}\n`, { code: 'header-only' }],
  ['a zip', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0]), { code: 'file-is-zip' }],
  ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { code: 'file-is-old-spreadsheet' }],
  ['a PDF', '%PDF-1.7\n%âãÏÓ', { code: 'file-is-pdf' }],
  ['a gzip', Buffer.from([0x1f, 0x8b, 8, 0]), { code: 'file-is-gzip' }],
  ['UTF-16 with its mark', utf16(`${header}\n${good}`, true), { code: 'file-is-utf-16' }],
  ['UTF-16 without its mark', utf16(`${header}\n${good}`, false), { code: 'file-is-utf-16' }],
  [
    'two encodings put together',
    Buffer.from(`${header}\nC1,Jos\xc3\xa9 Garc\xc3\xada\xe9,,2026-07-24,`, 'latin1'),
    { code: 'file-not-utf-8' },
  ],
  ['a byte that no letter has', Buffer.from(`${header}\nC1,caf\x81,,2026-07-24,`, 'latin1'), { code: 'file-not-utf-8' }],
  ['other bytes', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 7) % 32)), { code: 'file-is-binary' }],
  ['a quote that is never closed', `${header}\nC1,"bup,12 mg,2026-07-24,\n`, { code: 'misplaced-quote' }],
  [
    'a quote that is closed rows later',
    `${header}\nC1,"bup,,2026-07-24,\nC2,bup,,2026-07-24,\nC3,bup",,2026-07-24,\n`,
    { code: 'misplaced-quote' },
  ],
  ['a row that never ends', `${header}\nC1,${'x'.repeat(70_000)}`, { code: 'row-too-long' }],
  ['a million columns', 'a,'.repeat(1_000_000), { code: 'row-too-long' }],
  ['a hundred columns', Array.from({ length: 100 }, (_, at) => `c${at}`).join(','), { code: 'too-many-columns', most: 60 }],
  ['two columns of one name', 'chart_number,name,Name,started_on\nC1,bup,bup,2026-07-24', { code: 'column-twice' }],
  ['a column without a name', 'chart_number,,started_on\nC1,bup,2026-07-24', { code: 'column-nameless' }],
  ['a column that is missing', 'chart_number,started_on\nC1,2026-07-24', { code: 'column-missing' }],
  ['a column that nobody knows', `${header},ssn\n${good},1`, { code: 'column-unknown', allowed: names }],
  ['a column called __proto__', `${header},__proto__\n${good},1`, { code: 'column-unknown', allowed: names }],
  ['a column called constructor', `${header},constructor\n${good},1`, { code: 'column-unknown', allowed: names }],
])('a file is refused: %s', async (_, content, problem) => {
  const { rows, said } = await readAll(fileOf(content), medications);
  expect(rows).toEqual([]);
  expect(said).toMatchObject([problem]);
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('1');
});

test.each<[string, string]>([
  ['a byte order mark', `\ufeff${header}\n${good}\n`],
  ['lines that end the way of Windows', `${header}\r\n${good}\r\n`],
  ['lines that end the way of an old Mac', `${header}\r${good}\r`],
  ['empty lines', `${header}\n\n${good}\n\n`],
  ['capitals and spaces in the header', `Chart_Number, NAME ,dose,started_on,ended_on\n${good}\n`],
  ['columns in another order, and none that may be left out', 'started_on,name,chart_number\n2026-07-24,buprenorphine,C1\n'],
])('a file is taken: %s', async (_, content) => {
  const { rows, said } = await readAll(fileOf(content), medications);
  expect(said).toEqual([]);
  expect(rows).toMatchObject([{ chartNumber: 'C1', name: 'buprenorphine', startedOn: '2026-07-24', endedOn: null }]);
});

test.each<[string, string, number, Problem]>([
  ['too few cells', `${good}\nC2,bup`, 3, { code: 'cell-count', found: 2, needed: 5 }],
  ['too many cells', `${good}\nC2,bup,12 mg,2026-07-24,,,x`, 3, { code: 'cell-count', found: 7, needed: 5 }],
  ['the same key twice', `${good}\n${good}`, 3, { code: 'key-twice', firstLine: 2 }],
])('a row is refused with its line: %s', async (_, rows, line, problem) => {
  expect((await readAll(fileOf(`${header}\n${rows}`), medications)).said).toMatchObject([{ line, row: line, ...problem }]);
});

test('a cell of several lines keeps the count of lines and of rows apart', async () => {
  const { said } = await readAll(fileOf(`${header}\n"C1\n",bup,,2026-07-24,\nC2,bup,,never,\n`), medications);
  expect(said).toMatchObject([
    { row: 2, line: 2 },
    { row: 3, line: 4, column: 'started_on' },
  ]);
});

test('a file is told by the one column that no other kind has', () => {
  expect(kindFor(['chart_number', 'session_key'], [medications, sessions])?.name).toBe('sessions');
  expect(kindFor(['id', 'value'], [medications, sessions])).toBeUndefined();
});

test('a file beyond the limit is not read to its end', async () => {
  let given = 0;
  const endless = {
    name: 'endless.csv',
    bytes: async function* () {
      yield Buffer.from(`${header}\n`);
      for (; given < 200; given += 1) yield Buffer.from(`C1,${'x'.repeat(60_000)},,2026-07-24,\n`.repeat(20));
    },
  };
  const { said } = await readAll(endless, medications);
  expect(said.at(-1)).toMatchObject({ code: 'file-too-large', megabytes: 25 });
  expect(given).toBeLessThan(40);
});
