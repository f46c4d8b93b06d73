import type { ImportKind } from '#domain/imports/imports.ts';
import { csvText } from './csv-text.ts';
import type { Column } from './kind.ts';

/** Two made-up rows of each kind. Nobody in them is real, and their chart numbers say so. */
const examples: Readonly<Record<ImportKind, readonly Readonly<Record<string, string>>[]>> = {
  clients: [
    {
      chart_number: 'EXAMPLE-1',
      first_name: 'Robin',
      last_name: 'Example',
      born_on: '1990-01-31',
      opened_on: '2026-11-02',
      prescribed_hours: '9',
    },
    { chart_number: 'EXAMPLE-2', first_name: 'Kim', last_name: 'Sample', opened_on: '2026-11-09', prescribed_hours: '12' },
  ],
  'prescribed-hours': [
    { chart_number: 'EXAMPLE-1', hours_per_week: '9', from_on: '2026-11-02' },
    { chart_number: 'EXAMPLE-1', hours_per_week: '6', from_on: '2026-12-07' },
  ],
  medications: [
    { chart_number: 'EXAMPLE-1', name: 'buprenorphine', dose: '12 mg', started_on: '2026-11-03' },
    { chart_number: 'EXAMPLE-2', name: 'naltrexone', dose: '50 mg', started_on: '2026-11-10', ended_on: '2026-11-20' },
  ],
  sessions: [
    {
      session_key: 'EXAMPLE-S1',
      date: '2026-11-16',
      start: '09:00',
      end: '12:00',
      service: 'group',
      title: 'Morning group',
      break_minutes: '15',
      chart_number: 'EXAMPLE-1',
      attendance: 'present',
    },
    {
      session_key: 'EXAMPLE-S1',
      date: '2026-11-16',
      start: '09:00',
      end: '12:00',
      service: 'group',
      title: 'Morning group',
      break_minutes: '15',
      chart_number: 'EXAMPLE-2',
      attendance: 'excused',
      note: 'Court date',
    },
  ],
  screens: [
    {
      screen_key: 'EXAMPLE-U1',
      chart_number: 'EXAMPLE-1',
      date: '2026-11-16',
      scheduled: 'yes',
      outcome: 'collected',
      specimen: 'urine-cup',
      validity: 'valid',
      analytes_tested: 'AMP;BUP;COC',
      positive: 'BUP',
    },
    { screen_key: 'EXAMPLE-U2', chart_number: 'EXAMPLE-2', date: '2026-11-16', scheduled: 'yes', outcome: 'declined' },
  ],
  results: [
    {
      specimen_key: 'EXAMPLE-L1',
      chart_number: 'EXAMPLE-1',
      date: '2026-11-16',
      scheduled: 'yes',
      specimen: 'urine-lab',
      test: 'Cocaine',
      result: 'not-detected',
    },
    {
      specimen_key: 'EXAMPLE-L1',
      chart_number: 'EXAMPLE-1',
      date: '2026-11-16',
      scheduled: 'yes',
      specimen: 'urine-lab',
      test: 'Creatinine',
      result: '85 mg/dL',
    },
  ],
};

/** A file with every column of a kind and two made-up rows, to start from. */
export function templateOf(kind: ImportKind, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name);
  return csvText([names, ...examples[kind].map((row) => names.map((name) => row[name] ?? ''))]);
}
