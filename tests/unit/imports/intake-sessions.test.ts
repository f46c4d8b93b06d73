import type { Problem } from '#domain/imports/problems.ts';
import { expect, test } from 'vitest';
import { services } from '#domain/attendance/delivered-minutes.ts';
import { medications } from '#server/imports/csv/medications.ts';
import { prescribedHours } from '#server/imports/csv/prescribed-hours.ts';
import { marks, sessions } from '#server/imports/csv/sessions.ts';
import { fileOf, fileWith, firstProblem, readAll } from './intake-source.ts';

type Row = Readonly<Record<string, string>>;
type Case = [string, Row, string, Problem];

const session = {
  session_key: 'S1',
  date: '2026-11-20',
  start: '09:00',
  end: '12:00',
  service: 'group',
  title: 'Morning',
  break_minutes: '15',
  cancelled_because: '',
  chart_number: 'C1',
  attendance: 'present',
  minutes: '165',
};

test.each<Case>([
  ['an end before the start', { ...session, end: '08:00', minutes: '', break_minutes: '' }, 'end', { code: 'ends-before-start' }],
  ['breaks as long as the session', { ...session, break_minutes: '180', minutes: '' }, 'break_minutes', { code: 'break-too-long' }],
  ['minutes longer than the session', { ...session, minutes: '166' }, 'minutes', { code: 'minutes-too-long', most: 165 }],
  ['minutes of somebody absent', { ...session, attendance: 'absent' }, 'minutes', { code: 'minutes-of-absent' }],
  ['minutes of somebody whom nobody marked', { ...session, attendance: '' }, 'minutes', { code: 'minutes-without-mark' }],
  ['a start without an end', { ...session, end: '' }, 'end', { code: 'only-one-time' }],
  ['an end without a start', { ...session, start: '' }, 'start', { code: 'only-one-time' }],
  ['breaks where the times are not known', { ...session, start: '', end: '' }, 'break_minutes', { code: 'break-without-times' }],
  ['a mark ahead of the day', { ...session, date: '2026-11-24', minutes: '' }, 'attendance', { code: 'marked-ahead' }],
  ['somebody present in a cancelled session', { ...session, cancelled_because: 'snow' }, 'attendance', { code: 'marked-cancelled' }],
  ['a service that nobody offers', { ...session, service: 'yoga' }, 'service', { code: 'unknown-word', allowed: services }],
  ['a mark that nobody knows', { ...session, attendance: 'no-show' }, 'attendance', { code: 'unknown-word', allowed: marks }],
  ['attendance of nobody', { ...session, chart_number: '' }, 'chart_number', { code: 'attendance-without-client' }],
])('refuses %s', async (_, row, column, problem) => {
  expect(await firstProblem(row, sessions)).toMatchObject({ row: 2, line: 2, column, ...problem });
});

test('a client without a mark is booked, never absent', async () => {
  const { rows } = await readAll(fileWith({ ...session, attendance: '', minutes: '' }), sessions);
  expect(rows).toMatchObject([{ attendance: { mark: 'booked', minutes: null } }]);
});

test.each([
  ['no times at all', { ...session, start: '', end: '', break_minutes: '', minutes: '' }, null],
  ['no times, but minutes', { ...session, start: '', end: '', break_minutes: '', minutes: '50' }, 50],
  ['no times, and nothing delivered', { ...session, start: '', end: '', break_minutes: '', attendance: 'absent', minutes: '0' }, 0],
])('takes %s', async (_, row, minutes) => {
  expect(await readAll(fileWith(row), sessions)).toMatchObject({ rows: [{ times: null, attendance: { minutes } }], said: [] });
});

test('refuses rows of one session that disagree about it', async () => {
  const rows = ['S1,2026-11-20,09:00,12:00,group,Morning,C1', 'S1,2026-11-20,09:00,11:00,group,Morning,C2'];
  const { said } = await readAll(fileOf(['session_key,date,start,end,service,title,chart_number', ...rows].join('\n')), sessions);
  expect(said).toMatchObject([{ line: 3, code: 'rows-disagree', firstLine: 2 }]);
});

const medication = { chart_number: 'C1', name: 'methadone', dose: '60 mg', started_on: '2026-07-01', ended_on: '' };

test.each<Case>([
  ['that ends before it begins', { ...medication, ended_on: '2026-06-30' }, 'ended_on', { code: 'ended-before-started' }],
  ['without a name', { ...medication, name: '' }, 'name', { code: 'cell-empty' }],
  ['without a first day', { ...medication, started_on: '' }, 'started_on', { code: 'cell-empty' }],
])('refuses a medication %s', async (_, row, column, problem) => {
  expect(await firstProblem(row, medications)).toMatchObject({ row: 2, line: 2, column, ...problem });
});

test('refuses more prescribed hours than 60 a week', async () => {
  const row = { chart_number: 'C1', hours_per_week: '90', from_on: '2026-07-01' };
  expect(await firstProblem(row, prescribedHours)).toMatchObject({ column: 'hours_per_week', code: 'not-a-number', least: 0, most: 60 });
});
