import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCheckedFile, answer, type Brought } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';

const world = worldOfEachTest();

const header = 'MRN,Service Date,Start Time,End Time,Group Topic,Attendance Status,Minutes Attended';

async function attendanceFile(...rows: readonly string[]): Promise<Brought> {
  return aCheckedFile(world, 'sessions', [header, ...rows, ''].join('\n'));
}

test('attendance from another system’s export is checked, and nothing is written before it is asked for', async () => {
  const { clientId } = await aClient(world, { chart: '10828', lastName: 'Walsh', firstName: 'Dana' });
  const file = await attendanceFile(
    '10828,11/16/2026,9:00 AM,12:00 PM,Morning,P,180',
    '10828,11/17/2026,9:00 AM,12:00 PM,Morning,No Show,',
    '10828,11/31/2026,9:00 AM,12:00 PM,Morning,P,180',
    '10882,11/18/2026,9:00 AM,12:00 PM,Morning,P,180',
    '10828,11/18/2026,9:00 AM,12:00 PM,Morning,P,900',
  );
  expect(await file.now()).toMatchObject({ state: 'checked', rows: 5, counts: { ready: 2, fix: 3, here: 0, update: 0, in: 0 } });
  expect(await world.db.selectFrom('attendance').selectAll().execute()).toEqual([]);
  const held = await file.rows('fix');
  expect(held.map(({ row, problems }) => [row, problems[0]?.column, problems[0]?.cell, problems[0]?.suggestions])).toEqual([
    [4, 'date', '11/31/2026', [{ value: '2026-11-30', label: '30 Nov 2026', clientId: null }]],
    [5, 'chart_number', '10882', [{ value: '10828', label: '10828 D. Walsh', clientId }]],
    [6, 'minutes', '900', []],
  ]);

  await file.fix(4, 'date', '2026-11-20');
  await file.fix(5, 'chart_number', '10828');
  const last = await file.fix(6, 'minutes', '170');
  // The same hour of the same day twice is one session, so the second of the two is told.
  expect(last.rows).toMatchObject([{ row: 6, state: 'fix', problems: [{ column: null }] }]);
  expect(last.import.counts).toMatchObject({ ready: 4, fix: 1 });

  expect(await file.run()).toMatchObject({ state: 'in', counts: { in: 4, fix: 1, ready: 0 } });
  const stored = await world.db.selectFrom('attendance').select(['session_on', 'status', 'minutes']).orderBy('session_on').execute();
  expect(stored).toEqual([
    { session_on: day('2026-11-16'), status: 'present', minutes: 180 },
    { session_on: day('2026-11-17'), status: 'absent', minutes: null },
    { session_on: day('2026-11-18'), status: 'present', minutes: 180 },
    { session_on: day('2026-11-20'), status: 'present', minutes: 180 },
  ]);
  const { undone } = await answer(file.call('undo', { leaveDependents: false }), 'undo');
  expect(undone).toBe(4);
  expect(await world.db.selectFrom('attendance').selectAll().execute()).toEqual([]);
  expect(await world.db.selectFrom('session').selectAll().execute()).toEqual([]);
});
