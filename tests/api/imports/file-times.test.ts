import { beforeEach, describe, expect, test } from 'vitest';
import { bringIn, ways } from '#kit/both-ways.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup } from '#kit/groups.ts';
import { worldOfEachTest } from '#kit/world.ts';

const world = worldOfEachTest();

beforeEach(async () => {
  for (const chart of ['P-01', 'P-02', 'P-03', 'P-04']) await aClient(world, { chart });
});

const sessions = () =>
  world.db.selectFrom('session').select(['session_on', 'starts_at', 'ends_at', 'times_known', 'title']).orderBy('starts_at').execute();

const marks = async () => {
  const rows = await world.db
    .selectFrom('attendance')
    .innerJoin('client', 'client.id', 'attendance.client_id')
    .select(['client.chart_number', 'attendance.status', 'attendance.minutes'])
    .orderBy('client.chart_number')
    .execute();
  return rows.map(({ chart_number, status, minutes }) => `${chart_number} ${status} ${minutes}`);
};

const names = 'Session ID,Session Date,Start Time,End Time,Service Type,Session Name,Client ID,Status';
const ours = 'session_key,date,start,end,service,title,chart_number,attendance';
const timed = `${ours}\nT-1,2026-11-12,17:30,20:30,group,Dusk group,P-01,present\nT-1,2026-11-12,17:30,20:30,group,Dusk group,P-02,present\n`;
const minutesAlone =
  'session_key,date,service,title,chart_number,attendance,minutes\nM-9,2026-11-12,group,Dusk group,P-01,present,180\nM-9,2026-11-12,group,Dusk group,P-02,present,180\n';

describe.each(ways)('by %s', (way) => {
  test('moments with an offset become the clinic’s day and clock, and a range is read as start and end', async () => {
    const content = [
      names,
      'S-1,2026-11-17T17:30:00-06:00,2026-11-17T17:30:00-06:00,2026-11-17T20:30:00-06:00,group,Dusk group,P-01,Attended',
      'S-2,2026-11-19T00:30:00Z,2026-11-19T00:30:00Z,2026-11-19T03:30:00Z,group,Dusk group,P-02,Attended',
      'S-3,2026-11-19,17:30-20:30,17:30-20:30,group,Dusk group,P-03,Attended',
      'S-4,2026-11-20,2026-11-19T17:30:00-06:00,2026-11-19T20:30:00-06:00,group,Dusk group,P-04,Attended',
      'S-5,2026-11-20,5:30 PM PST,8:30 PM PST,group,Dusk group,P-04,Attended',
    ].join('\n');
    expect(await bringIn(world, way, { content })).toMatchObject({
      in: 3,
      held: ['5 start time-of-another-day', '5 end time-of-another-day', '6 start not-a-time', '6 end not-a-time'],
    });
    expect((await sessions()).map(({ session_on, starts_at, ends_at }) => [session_on, starts_at, ends_at])).toEqual([
      ['2026-11-17', '2026-11-17T23:30:00.000Z', '2026-11-18T02:30:00.000Z'],
      ['2026-11-18', '2026-11-19T00:30:00.000Z', '2026-11-19T03:30:00.000Z'],
      ['2026-11-19', '2026-11-19T23:30:00.000Z', '2026-11-20T02:30:00.000Z'],
    ]);
  });

  test('midnights of another zone are asked about, and read as a person says', async () => {
    const content = 'MRN,Client First Name,Client Last Name,DOB,Admit Date\nZ-1,Al,Moor,1980-02-01T00:00:00Z,2026-09-02T00:00:00Z\n';
    const before = await bringIn(world, way, { content }, { kind: 'clients' });
    expect(before.refused).toMatch(/Admit Date.*midnight in another time zone/);
    expect(await bringIn(world, way, { content }, { kind: 'clients', answers: [{ from: 'Admit Date', answer: 'written' }] })).toMatchObject(
      {
        in: 1,
        held: [],
      },
    );
    const stored = await world.db
      .selectFrom('episode')
      .innerJoin('client', 'client.id', 'episode.client_id')
      .select(['born_on', 'opened_on'])
      .where('chart_number', '=', 'Z-1')
      .execute();
    expect(stored).toEqual([{ born_on: '1980-02-01', opened_on: '2026-09-02' }]);
  });

  const sheet = [
    'Date,Group,Client ID,Time In,Time Out,Status',
    '11/18/2026,Dusk group,P-01,5:28 PM,8:30 PM,Present',
    '11/18/2026,Dusk group,P-02,5:47 PM,8:30 PM,Late',
    '11/18/2026,Dusk group,P-03,5:31 PM,7:40 PM,Left early',
    '11/18/2026,Dusk group,P-04,,,No show',
  ].join('\n');

  test('a sign-in sheet is one session, whose people were there as long as their own times say', async () => {
    expect(await bringIn(world, way, { content: sheet })).toMatchObject({ in: 4, held: [] });
    expect((await sessions()).map(({ title, times_known }) => [title, times_known])).toEqual([['Dusk group', false]]);
    expect(await marks()).toEqual(['P-01 present 182', 'P-02 late 163', 'P-03 left-early 129', 'P-04 absent null']);
  });

  test('a sign-in sheet meets the planned session, and only its hours count', async () => {
    const groupId = await aGroup(world, { name: 'Dusk group' });
    await world.db
      .insertInto('session')
      .values({
        organization_id: world.organizationId,
        program_id: world.programId,
        group_id: groupId,
        service: 'group',
        title: 'Process',
        session_on: '2026-11-18' as never,
        starts_at: '2026-11-18T23:30:00.000Z' as never,
        ends_at: '2026-11-19T02:30:00.000Z' as never,
        site_id: null,
        leader_id: null,
        outside_key: null,
        cancelled_because: null,
        break_minutes: 15,
      })
      .execute();
    expect(await bringIn(world, way, { content: sheet })).toMatchObject({ in: 4, held: [] });
    expect((await sessions()).map(({ title, times_known }) => [title, times_known])).toEqual([['Process', true]]);
    expect(await marks()).toEqual(['P-01 present 165', 'P-02 late 148', 'P-03 left-early 114', 'P-04 absent null']);
  });

  test('an export with minutes alone meets the session that came with times: nobody’s evening counts twice', async () => {
    await bringIn(world, way, { content: timed });
    expect(await bringIn(world, way, { content: minutesAlone })).toMatchObject({ in: 0, here: 2, held: [] });
    expect(await sessions()).toHaveLength(1);
    expect(await marks()).toEqual(['P-01 present null', 'P-02 present null']);
  });

  test('minutes alone under another name are held with the session that they may be about, and more minutes than it has too', async () => {
    await bringIn(world, way, { content: timed });
    const other = minutesAlone.replaceAll('Dusk group', 'IOP H0015');
    expect(await bringIn(world, way, { content: other })).toMatchObject({
      in: 0,
      held: ['2 same_as perhaps-same-session', '3 same_as perhaps-same-session'],
    });
    expect((await bringIn(world, way, { content: minutesAlone.replaceAll('180', '200') })).held).toEqual([
      '2 minutes minutes-too-long',
      '3 minutes minutes-too-long',
    ]);
    expect(await sessions()).toHaveLength(1);
  });

  test('Duration is asked about: the session’s length or the person’s minutes', async () => {
    const rows = ['P-01,Present,180', 'P-02,Late,180', 'P-03,No show,180'].map((row) => `11/18/2026,Dusk group,${row}`);
    const content = `Date,Session Name,Client ID,Status,Duration\n${rows.join('\n')}\n`;
    expect((await bringIn(world, way, { content })).refused).toMatch(
      /Duration.*minutes that each person was there, or the length of the session/,
    );
    expect(await bringIn(world, way, { content }, { answers: [{ from: 'Duration', answer: 'session' }] })).toMatchObject({
      in: 3,
      held: [],
    });
    expect(await marks()).toEqual(['P-01 present 180', 'P-02 late null', 'P-03 absent null']);
  });

  test('minutes that the absent have too are asked about, whatever their column is called', async () => {
    const rows = ['P-01,Present,180', 'P-02,Excused,180'].map((row) => `11/18/2026,Dusk group,${row}`);
    const content = `Date,Session Name,Client ID,Status,Minutes\n${rows.join('\n')}\n`;
    expect((await bringIn(world, way, { content })).refused).toMatch(/Minutes.*length of the session/);
    expect((await bringIn(world, way, { content }, { answers: [{ from: 'Minutes', answer: 'person' }] })).held).toEqual([
      '3 minutes minutes-of-absent',
    ]);
  });

  test('chart numbers that a spreadsheet took for days, and placeholders, are held', async () => {
    const charts = ['Dec-31', '31-Dec', '12/31/2025', '2025-12-31', '46022', 'TBD', 'Q-77'];
    const content = `chart_number,first_name,last_name,born_on,opened_on\n${charts.map((chart, at) => `${chart},Al${at},Moor,1980-01-0${at + 1},2026-09-01`).join('\n')}\n`;
    expect(await bringIn(world, way, { content })).toMatchObject({
      in: 1,
      held: [...[2, 3, 4, 5, 6].map((line) => `${line} chart_number number-is-day`), '7 chart_number number-is-placeholder'],
    });
  });
});

test('a person says that minutes belong to the session that is here, and the evening stays one', async () => {
  await bringIn(world, 'page', { content: timed });
  await bringIn(world, 'page', { content: minutesAlone.replaceAll('Dusk group', 'IOP H0015') });
  const { import_id: id } = await world.db
    .selectFrom('import_row')
    .select('import_id')
    .where('state', '=', 'fix')
    .executeTakeFirstOrThrow();
  const rows = (await (await world.as('director').get(`/imports/${id}/rows?show=fix`)).json()) as {
    rows: { row: number; similar: number; problems: { message: string; suggestions: { value: string; label: string }[] }[] }[];
  };
  const [first] = rows.rows;
  expect(first?.problems[0]).toMatchObject({
    message: 'The client is in Dusk group, 5:30 to 8:30 pm on this day already. The row may be about the same session.',
    suggestions: [{ label: 'Dusk group, 5:30 to 8:30 pm' }, { value: 'another', label: 'another session' }],
  });
  const value = first?.problems[0]?.suggestions[0]?.value;
  await world.as('director').post(`/imports/${id}/fixes`, { row: first?.row, column: 'same_as', value, similar: true });
  expect((await world.db.selectFrom('import_row').select('state').where('import_id', '=', id).execute()).map(({ state }) => state)).toEqual(
    ['here', 'here'],
  );
  expect(await sessions()).toHaveLength(1);
});

test('times that come after minutes alone are shown as a change of the session that is here', async () => {
  await bringIn(world, 'page', { content: minutesAlone });
  expect((await bringIn(world, 'page', { content: timed })).held).toEqual([
    '2 would change starts_at, ends_at, times_known',
    '3 would change starts_at, ends_at, times_known',
  ]);
  expect(await sessions()).toHaveLength(1);
});
