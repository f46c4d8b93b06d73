import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { columnsSeen } from '#domain/imports/columns-seen.ts';
import { datesIn, dayWritten, daysMeant, noDates } from '#domain/imports/dates.ts';
import { timeWritten } from '#domain/imports/times.ts';
import { mappingQuestions } from '#domain/imports/questions.ts';
import { mappingSuggested } from '#domain/imports/suggestions.ts';
import { importKinds } from '#domain/imports/imports.ts';
import { readCells } from '#server/imports/csv/rows.ts';
import { clients } from '#server/imports/csv/clients.ts';
import { medications } from '#server/imports/csv/medications.ts';
import { analyteColumns, gathering } from '#server/imports/csv/results.ts';
import { screens } from '#server/imports/csv/screens.ts';
import { sessions } from '#server/imports/csv/sessions.ts';
import { translationOf } from '#server/imports/csv/translation.ts';
import { day, dayFrom } from '#domain/calendar/calendar.ts';

// Thousands of files are read in a test, which a loaded machine does in more than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

const nasty = fc.constantFrom(
  '__proto__',
  'constructor',
  '=1',
  '1E5',
  '02/03/26',
  '31/11/2026',
  '46100',
  '\u202e',
  '😀',
  '"',
  '',
  'P',
  'No Show',
  '9:00 AM',
  'Walsh, Dana',
  '2026-11-20',
  '99:99',
  'C1',
  '-1',
);
const cell = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 20 }));
const names = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom('MRN', 'DOB', 'Service Date', 'Status', 'Client Name', 'Start Time', 'Group', '__proto__x'),
    fc.string({ minLength: 1, maxLength: 12 }),
  ),
  { minLength: 1, maxLength: 8 },
);
const zone = 'America/Chicago';
const kinds = { clients, medications, sessions, screens, results: { ...screens, columns: analyteColumns } } as const;
const before = Object.getOwnPropertyNames(Object.prototype).join();

test('a file of any names and cells is suggested a reading, and each of its rows is read or held', () => {
  fc.assert(
    fc.property(names, fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 4 }), (header, rows) => {
      const { look, seen } = columnsSeen(header);
      rows.forEach(look);
      for (const id of importKinds) {
        if (id === 'prescribed-hours') continue;
        const kind = kinds[id];
        const mapping = mappingSuggested(
          id,
          kind.columns.map(({ name }) => name),
          seen(),
        );
        expect(mappingQuestions(mapping, kind.columns, seen(), zone).every(({ about }) => about !== 'unknown')).toBe(true);
        const plain = translationOf(kind.columns, header, mapping, { today: day('2026-11-23'), zone }, seen());
        const translation = id === 'results' ? gathering(plain) : plain;
        for (const row of rows) {
          const translated = translation.row(row, null);
          const noted: Parameters<typeof readCells>[3] = [...translated.noted];
          const facts = readCells((id === 'results' ? screens : kind) as typeof clients, translated.cells, day('2026-11-23'), noted);
          expect(facts !== null || noted.length > 0).toBe(true);
        }
      }
    }),
    { numRuns: 1_000 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
});

test('no cell is read as a day that isn’t one, and what is suggested always is', () => {
  const order = fc.constantFrom('month-first' as const, 'day-first' as const, null);
  fc.assert(
    fc.property(cell, order, fc.boolean(), fc.boolean(), (given, first, shortYears, serials) => {
      const seen = noDates();
      datesIn(seen, given);
      const written = dayWritten(given, { order: first, shortYears, serials });
      if (first === null && seen.either > 0) expect(dayFrom(written)).toBeNull();
      for (const meant of daysMeant(given)) expect(dayFrom(meant)).toBe(meant);
      expect(typeof timeWritten(given)).toBe('string');
    }),
    { numRuns: 5_000 },
  );
});
