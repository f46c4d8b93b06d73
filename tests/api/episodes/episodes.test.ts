import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { anAdmission, madeBy, refusalOf, someoneWhoLeft } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const start = (clientId: string, over: Readonly<Record<string, unknown>> = {}) =>
  world.as('therapist').post(`/clients/${clientId}/episodes`, anAdmission(world, over));
const careOf = async (clientId: string) => (await (await world.as('therapist').get(`/clients/${clientId}/care`)).json()) as never as Care;
type Care = {
  episodes: {
    id: string;
    openedOn: string;
    closedOn: string | null;
    version: number;
    levels: { level: string; from: string; to: string | null }[];
  }[];
  leaves: { from: string; to: string | null; reason: string }[];
  hours: { hoursPerWeek: number; from: string; to: string | null }[];
};

test('a return within 30 days of the last service reopens the same episode, and the days between are leave', async () => {
  const { clientId, episodeId } = await someoneWhoLeft(world, { lastServedOn: day('2026-10-24'), closedOn: day('2026-11-01') });
  expect(await refusalOf(await start(clientId))).toEqual([400, 'input-invalid', 'as']);
  const response = await start(clientId, { as: 'reopened', hoursPerWeek: 12 });
  expect(await madeBy(response)).toBe(episodeId);
  const care = await careOf(clientId);
  expect(care.episodes.map(({ openedOn, closedOn }) => [openedOn, closedOn])).toEqual([['2026-06-08', null]]);
  expect(care.leaves.map(({ from, to }) => [from, to])).toEqual([['2026-11-02', '2026-11-22']]);
  expect(care.hours.map(({ hoursPerWeek, from }) => [hoursPerWeek, from])).toEqual([[12, '2026-11-23']]);
  const kept = await world.db.selectFrom('episode_reopening').select('closed_because').where('client_id', '=', clientId).execute();
  expect(kept).toEqual([{ closed_because: 'chose-to-leave' }]);
});

test('a return 31 days after the last service opens a new episode with its level and hours', async () => {
  const { clientId, episodeId } = await someoneWhoLeft(world, { lastServedOn: day('2026-10-23'), closedOn: day('2026-11-01') });
  expect(await refusalOf(await start(clientId, { as: 'reopened' }))).toEqual([400, 'input-invalid', 'as']);
  const id = await madeBy(await start(clientId));
  expect(id).not.toBe(episodeId);
  const [latest] = (await careOf(clientId)).episodes;
  expect(latest?.levels.map(({ level, from, to }) => [level, from, to])).toEqual([['ASAM 2.1 intensive outpatient', '2026-11-23', null]]);
});

test('an open episode, a day to come, an earlier day, another program’s group and an unknown therapist are refused by field', async () => {
  expect(await refusalOf(await start((await aClient(world)).clientId))).toEqual([409, 'wrong-state']);
  const { clientId } = await someoneWhoLeft(world, { lastServedOn: null, closedOn: day('2026-11-01') });
  expect(await refusalOf(await start(clientId, { openedOn: '2026-11-24' }))).toEqual([400, 'input-invalid', 'openedOn']);
  expect(await refusalOf(await start(clientId, { openedOn: '2026-10-31' }))).toEqual([400, 'input-invalid', 'openedOn']);
  expect(await refusalOf(await start(clientId, { referredOn: '2026-11-24' }))).toEqual([400, 'input-invalid', 'referredOn']);
  expect(await refusalOf(await start(clientId, { therapistId: world.staff.tech.staffId }))).toEqual([400, 'input-invalid', 'therapistId']);
  expect(await refusalOf(await start(clientId, { programId: clientId }))).toEqual([400, 'input-invalid', 'programId']);
  expect(await refusalOf(await start(clientId, { level: '' }))).toEqual([400, 'input-invalid', 'level']);
});

test('somebody under 18 on the opening day, or of unknown age, is let into an adolescent program alone', async () => {
  const { clientId } = await someoneWhoLeft(world, { lastServedOn: null, closedOn: day('2026-08-01') });
  const bornOn = (born_on: ReturnType<typeof day> | null) =>
    world.db.updateTable('client').set({ born_on }).where('id', '=', clientId).execute();
  await bornOn(day('2008-11-24'));
  expect(await refusalOf(await start(clientId))).toEqual([400, 'input-invalid', 'programId']);
  await bornOn(null);
  expect(await refusalOf(await start(clientId))).toEqual([400, 'input-invalid', 'openedOn']);
  await bornOn(day('2008-11-24'));
  const { id: programId } = await world.db
    .insertInto('program')
    .values({ organization_id: world.organizationId, name: 'Young people', population: 'adolescent' })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect((await start(clientId, { programId })).status).toBe(200);
});

test('levels have neither gap nor overlap, and a change is a change', async () => {
  const { clientId } = await aClient(world);
  const level = (name: string, from: string) => world.as('therapist').post(`/clients/${clientId}/levels`, { level: name, from });
  expect(await refusalOf(await level('ASAM 2.5', '2026-09-01'))).toEqual([400, 'input-invalid', 'from']);
  expect((await level('ASAM 2.1', '2026-06-08')).status).toBe(200);
  expect(await refusalOf(await level('ASAM 2.1', '2026-09-01'))).toEqual([400, 'input-invalid', 'level']);
  const second = await madeBy(await level('ASAM 1.5', '2026-09-01'));
  expect(await refusalOf(await level('ASAM 2.5', '2026-09-01'))).toEqual([400, 'input-invalid', 'from']);
  expect((await careOf(clientId)).episodes[0]?.levels.map(({ from, to }) => [from, to])).toEqual([
    ['2026-06-08', '2026-08-31'],
    ['2026-09-01', null],
  ]);
  const correct = (version: number, from: string) =>
    world.as('therapist').post(`/clients/${clientId}/levels/${second}`, { level: 'ASAM 1.5', from }, seen(version));
  expect(await refusalOf(await correct(1, '2026-06-01'))).toEqual([400, 'input-invalid', 'from']);
  expect((await correct(1, '2026-09-08')).status).toBe(200);
  expect(await refusalOf(await correct(1, '2026-09-15'))).toEqual([412, 'stale']);
});

test('leaves share no day, an open one is ended first, and the end is put in by version', async () => {
  const { clientId } = await aClient(world);
  const leave = (body: object) => world.as('therapist').post(`/clients/${clientId}/leaves`, body);
  const id = await madeBy(await leave({ from: '2026-11-10', expectedBackOn: '2026-11-20', reason: 'surgery' }));
  expect(await refusalOf(await leave({ from: '2026-11-30', reason: 'travel' }))).toEqual([400, 'input-invalid', 'from']);
  const end = { from: '2026-11-10', to: '2026-11-18', expectedBackOn: '2026-11-20', reason: 'surgery' };
  const change = (version: number, body: object) => world.as('therapist').post(`/clients/${clientId}/leaves/${id}`, body, seen(version));
  expect(await refusalOf(await change(1, { ...end, to: '2026-11-09' }))).toEqual([400, 'input-invalid', 'to']);
  expect((await change(1, end)).status).toBe(200);
  expect(await refusalOf(await change(1, end))).toEqual([412, 'stale']);
  expect((await leave({ from: '2026-11-19', to: '2026-11-19', reason: 'travel' })).status).toBe(200);
  expect(await refusalOf(await leave({ from: '2026-06-07', to: '2026-06-07', reason: 'travel' }))).toEqual([400, 'input-invalid', 'from']);
});

test('hours are prescribed from a day on, once a day, and a mistake is corrected by version', async () => {
  const { clientId } = await aClient(world);
  const prescribe = (hoursPerWeek: unknown, from: string) =>
    world.as('therapist').post(`/clients/${clientId}/prescribed-hours`, { hoursPerWeek, from });
  const id = await madeBy(await prescribe(9, '2026-06-08'));
  expect((await prescribe(12, '2026-11-30')).status).toBe(200);
  expect(await refusalOf(await prescribe(15, '2026-11-30'))).toEqual([400, 'input-invalid', 'from']);
  expect(await refusalOf(await prescribe(9.3, '2026-12-07'))).toEqual([400, 'input-invalid', 'hoursPerWeek']);
  expect(await refusalOf(await prescribe(9, '2026-06-01'))).toEqual([400, 'input-invalid', 'from']);
  const correct = (version: number) =>
    world.as('therapist').post(`/clients/${clientId}/prescribed-hours/${id}`, { hoursPerWeek: 10, from: '2026-06-08' }, seen(version));
  expect((await correct(1)).status).toBe(200);
  expect(await refusalOf(await correct(1))).toEqual([412, 'stale']);
  expect((await careOf(clientId)).hours.map(({ hoursPerWeek, from, to }) => [hoursPerWeek, from, to])).toEqual([
    [12, '2026-11-30', null],
    [10, '2026-06-08', '2026-11-29'],
  ]);
});

test('where a client came from is corrected by version, and a place of another program is refused', async () => {
  const { clientId, episodeId } = await aClient(world);
  const edit = (version: number, body: object) =>
    world.as('therapist').post(`/clients/${clientId}/episodes/${episodeId}`, body, seen(version));
  expect((await edit(1, { admissionSource: 'detox', referredBy: 'Harbor detox', referredOn: '2026-06-01' })).status).toBe(200);
  expect(await refusalOf(await edit(1, { admissionSource: 'school' }))).toEqual([412, 'stale']);
  expect(await refusalOf(await edit(2, { referredOn: '2026-06-09' }))).toEqual([400, 'input-invalid', 'referredOn']);
  expect(await refusalOf(await edit(2, { groupId: clientId }))).toEqual([400, 'input-invalid', 'groupId']);
});

test('a row of another client is refused like a client who isn’t there', async () => {
  const [one, other] = [await aClient(world), await aClient(world)];
  const id = await madeBy(
    await world.as('therapist').post(`/clients/${one.clientId}/prescribed-hours`, { hoursPerWeek: 9, from: '2026-06-08' }),
  );
  const path = `/clients/${other.clientId}/prescribed-hours/${id}`;
  expect(await refusalOf(await world.as('therapist').post(path, { hoursPerWeek: 10, from: '2026-06-08' }, seen(1)))).toEqual([
    404,
    'client-unknown',
  ]);
});
