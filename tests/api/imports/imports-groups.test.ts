import { beforeEach, describe, expect, test } from 'vitest';
import pino from 'pino';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aCheckedFile, answer } from '#kit/brought-files.ts';
import { mergeCharts } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, aMeeting, inGroup } from '#kit/groups.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

let evening: string;
let late: string;
const world = worldOfEachTest();

beforeEach(async () => {
  evening = await aGroup(world, { name: 'Evening' });
  await aMeeting(world, evening, { from: day('2026-11-09') });
  late = await aGroup(world, { name: 'Late' });
  await aMeeting(world, late, { from: day('2026-11-09'), startsAt: '20:00', endsAt: '22:00' });
  await aMeeting(world, await aGroup(world, { name: 'Dawn' }), { from: day('2026-11-09'), weekday: 5, startsAt: '07:00', endsAt: '08:00' });
  await runJobs(world.db, instantOf(world.clock.now), pino({ level: 'silent' }));
});

const header = 'chart_number,first_name,last_name,preferred_name,born_on,group,opened_on,closed_on,closed_because,prescribed_hours,level';
const census = (...rows: readonly string[]) => aCheckedFile(world, 'clients', [header, ...rows.map((row) => `${row},,,,`), ''].join('\n'));
const ana = 'N1,Ana,Lee,,1990-01-02';
const close = (clientId: string) =>
  world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-10-30'), closed_because: 'completed' })
    .where('client_id', '=', clientId)
    .execute();

describe('a census that puts one client into two groups', () => {
  test.each([
    ['on the same day', '2026-10-05'],
    ['from two days on', '2026-11-02'],
  ])('is held at the second row %s, and both groups are named with when they meet at once', async (_, second) => {
    const file = await census(`${ana},Evening,2026-10-05`, `${ana},late,${second}`);
    expect(await file.now()).toMatchObject({ counts: { ready: 1, fix: 1 } });
    expect(await file.rows('fix')).toMatchObject([
      {
        row: 3,
        problems: [
          {
            column: 'group',
            cell: 'late',
            suggestions: [],
            message: 'Line 2 puts this client into Evening, and this row into late. The two meet at the same time, Monday 8 to 10 pm.',
          },
        ],
      },
    ]);
    expect(await file.run()).toMatchObject({ counts: { in: 1, fix: 1 } });
    expect(await world.db.selectFrom('group_enrollment').select('group_id').execute()).toEqual([{ group_id: evening }]);
  });

  test('is held where they meet at other times too, since a file gives one place', async () => {
    const file = await census(`${ana},Evening,2026-10-05`, `${ana},Dawn,2026-10-05`);
    const [held] = await file.rows('fix');
    expect(held?.problems).toMatchObject([{ message: 'Line 2 puts this client into Evening, and this row into Dawn.' }]);
  });

  test('finds the two across more rows than are checked at once', async () => {
    const others = Array.from({ length: 260 }, (_, at) => `X${at},Some,Body,,,Dawn,2026-10-05`);
    const file = await census(`${ana},Evening,2026-10-05`, ...others, `${ana},Late,2026-11-02`);
    expect(await file.rows('fix')).toMatchObject([{ row: 263, problems: [{ message: expect.stringMatching(/Evening.*Late/) as string }] }]);
  });

  test('of whom one is a place that they hold here is held at the row', async () => {
    const { clientId } = await aClient(world, { chart: 'N1', firstName: 'Ana', lastName: 'Lee', bornOn: day('1990-01-02') });
    await close(clientId);
    await inGroup(world, clientId, evening);
    const file = await census(`${ana},Late,2026-11-20`);
    expect(await file.rows('fix')).toMatchObject([
      {
        problems: [
          { column: 'group', message: 'Late meets at the same time as Evening, which the client is in (Monday 6 to 9 pm).', cell: 'Late' },
        ],
      },
    ]);
  });

  test('of whom one is their own group here is held, and both are named', async () => {
    const { clientId } = await aClient(world, { chart: 'N1', firstName: 'Ana', lastName: 'Lee', bornOn: day('1990-01-02') });
    await world.db.updateTable('episode').set({ group_id: evening }).where('client_id', '=', clientId).execute();
    const file = await census(`${ana},Late,2026-06-08`);
    expect(await file.rows('fix')).toMatchObject([
      { problems: [{ message: 'The client is in the group Evening here, and the row says Late.' }] },
    ]);
  });
});

test('a group whose end is set takes nobody new from a file', async () => {
  await world.db
    .updateTable('care_group')
    .set({ ended_on: day('2026-11-30') })
    .where('id', '=', evening)
    .execute();
  const file = await census(`${ana},Evening,2026-10-05`);
  expect(await file.rows('fix')).toMatchObject([
    { problems: [{ message: 'The last day of Evening is 30 Nov 2026: it takes nobody new.' }] },
  ]);
});

test('somebody who comes back under another name is placed, with their level and hours, and all of it is taken back', async () => {
  const { clientId } = await aClient(world, { chart: 'N1', firstName: 'Ana', lastName: 'Lee', bornOn: day('1990-01-02') });
  await close(clientId);
  const row = 'N1,Ana,Lee,Annie,1990-01-02,Evening,2026-11-20,,,9,2.1';
  const file = await aCheckedFile(world, 'clients', `${header}\n${row}\n`);
  expect(await file.run()).toMatchObject({ counts: { in: 1 } });
  const stored = async () => [
    await world.db.selectFrom('group_enrollment').select('group_id').execute(),
    await world.db.selectFrom('prescribed_hours').select('hours_per_week').execute(),
    await world.db.selectFrom('level_span').select('level').execute(),
    (await world.db.selectFrom('attendance').select('status').execute()).length > 5,
  ];
  expect(await stored()).toEqual([[{ group_id: evening }], [{ hours_per_week: 9 }], [{ level: '2.1' }], true]);
  expect(await answer(file.call('undo', { leaveDependents: false }), 'undo')).toMatchObject({ undone: 1, dependents: [] });
  expect(await stored()).toEqual([[], [], [], false]);
});

test('a number in other letters is held, because two charts would be made of one', async () => {
  await aClient(world, { chart: 'n1' });
  const file = await census(`${ana},,2026-10-05`);
  expect(await file.rows('fix')).toMatchObject([
    { problems: [{ column: 'chart_number', message: 'A client has this number with other capitals.', suggestions: [{ value: 'n1' }] }] },
  ]);
});

test('a census names somebody by the number of a merged chart, by other letters, and by a number that lost its zeros', async () => {
  const merged = await aClient(world, { chart: 'OLD-1', lastName: 'Folded' });
  const surviving = await aClient(world, { chart: 'NEW-1', lastName: 'Stands' });
  await aClient(world, { chart: 'c-7', lastName: 'Letters' });
  await aClient(world, { chart: '00042', lastName: 'Zeros' });
  const missing = await aClient(world, { chart: '00043', lastName: 'Missing' });
  await aClient(world, { chart: '43', lastName: 'Named' });
  await mergeCharts(world, surviving.clientId, merged.clientId);
  const file = await census(...['OLD-1', ' C-7', '42', '43'].map((number) => `${number},Jordan,Marsh,,1992-02-12,,2026-06-08`));
  const { clients } = await answer(file.get('missing'), 'missing');
  expect(clients.map(({ clientId }) => clientId)).toEqual([missing.clientId]);
});
