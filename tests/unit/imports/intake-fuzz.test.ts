import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { problemWords } from '#domain/imports/problem-words.ts';
import { sessions } from '#server/imports/csv/sessions.ts';
import { screens } from '#server/imports/csv/screens.ts';
import { fileOf, readAll } from './intake-source.ts';

// Thousands of files are read in each test, which a loaded machine does in more than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

const good = [
  'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested,positive',
  'U1,C1,2026-11-20,yes,collected,urine-cup,valid,AMP;COC,COC',
  'U2,C2,2026-11-20,yes,declined,,,,',
  '"U3","C3",2026-11-20,no,collected,oral-fluid,not-tested,"AMP;COC",',
].join('\r\n');

const runs = 2_000;
const before = Object.getOwnPropertyNames(Object.prototype).join();

test('a file with any of its bytes changed is read or refused, never an error of its own', async () => {
  const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of changes) bytes[at] = byte;
      const { rows, said } = await readAll(fileOf(bytes), screens);
      expect(rows.length + said.length).toBeGreaterThan(0);
      expect(said.map(problemWords).every(({ message, fix }) => message.length > 0 && fix.length > 0)).toBe(true);
    }),
    { numRuns: runs },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
});

test('a file of any cells is read or refused, and a header of any names reaches no prototype', async () => {
  const nasty = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'session_key',
    'date',
    'date',
    '',
    '=1',
    '1E5',
    '02/03/26',
    '46090',
    '\u202e',
    '😀',
    '"',
    '\r',
    '\u0000',
  );
  const cells = fc.array(fc.oneof(nasty, fc.string()), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { maxLength: 6 }), async (rows) => {
      const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
      const { said } = await readAll(fileOf(text), sessions);
      expect(said.length).toBeGreaterThan(0);
    }),
    { numRuns: runs },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
});
