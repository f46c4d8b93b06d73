import { beforeAll, expect, test } from 'vitest';
import { seen } from '#kit/adjustments.ts';
import { madeBy, refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { nothingNeededToday, todayPage } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';
import type { Actor } from '#server/access/actor.ts';

let cover: Actor;
const world = worldOfFile();

beforeAll(async () => {
  cover = await aTherapist('S. Haile');
});

/** A therapist of the clinic's program, or of these. */
async function aTherapist(name: string, programs: readonly string[] = [world.programId]): Promise<Actor> {
  const { id } = await world.db
    .insertInto('staff')
    .values({ organization_id: world.organizationId, name, role: 'therapist', user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const program_id of programs)
    await world.db.insertInto('staff_program').values({ organization_id: world.organizationId, staff_id: id, program_id }).execute();
  return { organizationId: world.organizationId, staffId: id, name, role: 'therapist' };
}

let programs = 0;
async function anotherProgram(): Promise<string> {
  programs += 1;
  const values = { organization_id: world.organizationId, name: `Program ${programs}` };
  return (await world.db.insertInto('program').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** A director of these programs alone. */
async function aDirector(name: string, ofPrograms: readonly string[]): Promise<Actor> {
  const director = await aTherapist(name, ofPrograms);
  await world.db.updateTable('staff').set({ role: 'director' }).where('id', '=', director.staffId).execute();
  return { ...director, role: 'director' };
}

const todayOf = (who: Actor) => todayPage(world, who, 'me');
const on = (moment: string) => {
  world.clock.now = new Date(moment);
};

test('covered clients are on the list, labelled, in those days alone', async () => {
  const own = world.staff.therapist;
  const { clientId } = await aClient(world);
  const days = { awayId: own.staffId, coveredBy: cover.staffId, from: '2026-11-24', to: '2026-12-04' };
  await madeBy(await world.as('therapist').post('/coverage', days));
  for (const [moment, covered] of [
    ['2026-11-24T05:59:00.000Z', false],
    ['2026-11-24T06:01:00.000Z', true],
    ['2026-12-05T05:59:00.000Z', true],
    ['2026-12-05T06:01:00.000Z', false],
  ] as const) {
    on(moment);
    const label = `Covering for ${own.name} until 4 Dec`;
    expect((await nothingNeededToday(world, cover)).map(({ line }) => line)).toEqual(covered ? [label] : []);
    expect((await nothingNeededToday(world, own)).map((row) => [row.clientId, row.line === label])).toEqual([[clientId, false]]);
  }
  on('2026-11-23T14:02:00.000Z');
});

test('what stands in the way of a coverage is said by field', async () => {
  const [gone, other] = [await aTherapist('P. Novak'), await aTherapist('C. Okoye')];
  const post = (who: Actor | 'director', body: object) =>
    world.as(who).post('/coverage', { awayId: gone.staffId, coveredBy: other.staffId, from: '2026-11-24', to: '2026-11-27', ...body });
  expect(await refusalOf(await post(other, {}))).toEqual([400, 'input-invalid', 'awayId']);
  expect(await refusalOf(await post('director', { to: '2026-11-23' }))).toEqual([400, 'input-invalid', 'to']);
  expect(await refusalOf(await post('director', { coveredBy: gone.staffId }))).toEqual([400, 'input-invalid', 'coveredBy']);
  expect(await refusalOf(await post('director', { coveredBy: world.staff.tech.staffId }))).toEqual([400, 'input-invalid', 'coveredBy']);
  const id = await madeBy(await post('director', {}));
  expect(await refusalOf(await post('director', { from: '2026-11-27', to: '2026-11-30' }))).toEqual([400, 'input-invalid', 'from']);
  expect(await refusalOf(await post('director', { awayId: other.staffId, coveredBy: cover.staffId }))).toEqual([
    400,
    'input-invalid',
    'awayId',
  ]);
  expect(await refusalOf(await post('director', { awayId: cover.staffId, coveredBy: gone.staffId }))).toEqual([
    400,
    'input-invalid',
    'coveredBy',
  ]);

  const change = (who: Actor, version: number, body: object) =>
    world.as(who).post(`/coverage/${id}`, { coveredBy: other.staffId, from: '2026-11-24', to: '2026-11-25', ...body }, seen(version));
  expect(await refusalOf(await change(other, 1, {}))).toEqual([404, 'not-found']);
  expect((await change(gone, 1, {})).status).toBe(200);
  expect(await refusalOf(await change(gone, 1, {}))).toEqual([412, 'stale']);
  expect((await change(gone, 2, { cancelled: true })).status).toBe(200);
  expect(await refusalOf(await change(gone, 3, {}))).toEqual([404, 'not-found']);
});

test('clients are handed over together with a note, which its receiver reads on Today until they say so', async () => {
  const [giver, taker] = [await aTherapist('R. Ortiz'), await aTherapist('L. Vega')];
  const clients = [await aClient(world, { therapistId: giver.staffId }), await aClient(world, { therapistId: giver.staffId })];
  const handOver = (over: object = {}) =>
    world.as(giver).post('/transfers', {
      fromId: giver.staffId,
      toId: taker.staffId,
      clientIds: clients.map(({ clientId }) => clientId),
      on: '2026-11-23',
      note: 'Both prefer the morning group.',
      ...over,
    });
  expect(await refusalOf(await handOver({ on: '2026-11-24' }))).toEqual([400, 'input-invalid', 'on']);
  expect(await refusalOf(await handOver({ toId: giver.staffId }))).toEqual([400, 'input-invalid', 'toId']);
  expect(await refusalOf(await handOver({ note: ' ' }))).toEqual([400, 'input-invalid', 'note']);
  expect(await refusalOf(await handOver({ fromId: null }))).toEqual([400, 'input-invalid', 'fromId']);
  const theirs = await aClient(world, { therapistId: taker.staffId });
  expect(await refusalOf(await handOver({ clientIds: [theirs.clientId] }))).toEqual([412, 'stale']);
  const foreign = await aClient(world, { programId: await anotherProgram(), therapistId: null });
  expect(await refusalOf(await handOver({ clientIds: [foreign.clientId] }))).toEqual([404, 'client-unknown']);
  expect(await (await handOver()).json()).toEqual({ transferred: 2 });

  expect(await todayOf(giver)).toMatchObject({ counts: { clients: 0 }, handedOver: [] });
  const rows = (await todayOf(taker)).handedOver.filter(({ clientId }) => clientId !== theirs.clientId);
  expect(rows.map(({ handover }) => [handover?.summary, handover?.note])).toEqual(
    clients.map(() => ['Handed over by R. Ortiz, Mon 23 Nov', 'Both prefer the morning group.']),
  );
  const [first] = rows;
  const read = (who: Actor | 'director') =>
    world.as(who).post(`/clients/${first?.clientId}/handovers/${first?.handover?.id}/acknowledged`, {});
  expect(await refusalOf(await read('director'))).toEqual([403, 'not-your-role']);
  expect((await read(taker)).status).toBe(200);
  expect(await refusalOf(await read(taker))).toEqual([409, 'wrong-state']);
  expect((await todayOf(taker)).handedOver.map(({ clientId }) => clientId)).not.toContain(first?.clientId);
  const care = (await (await world.as(taker).get(`/clients/${first?.clientId}/care`)).json()) as {
    handovers: { note: string; from: string }[];
  };
  expect(care.handovers.map(({ note, from }) => [note, from])).toEqual([['Both prefer the morning group.', 'R. Ortiz']]);
});

test('a therapist sees the coverage they are part of and their own caseload; a director everything', async () => {
  type List = {
    onlyFor: string | null;
    rows: { away: { name: string } }[];
    caseloads: { therapist: { id: string } | null; clients: number }[];
  };
  const listOf = async (who: Actor | 'director') => (await (await world.as(who).get('/coverage')).json()) as List;
  const own = await listOf(world.staff.therapist);
  expect(own.onlyFor).toBe(world.staff.therapist.staffId);
  expect(own.caseloads.map(({ therapist }) => therapist?.id)).toEqual([world.staff.therapist.staffId]);
  expect((await listOf('director')).caseloads.length).toBeGreaterThan(1);
  expect((await listOf(await aTherapist('Somebody new'))).rows).toEqual([]);
});

test('whoever covers works where the clients are: nobody reaches another program’s charts by covering', async () => {
  const east = await anotherProgram();
  const outside = await aDirector('E. Director', [east]);
  const away = await aTherapist('A. Way');
  const { clientId } = await aClient(world, { therapistId: away.staffId });
  const days = { awayId: away.staffId, coveredBy: outside.staffId, from: '2026-11-24', to: '2026-11-27' };
  const page = async () => (await world.as(outside).get(`/clients/${clientId}`)).status;
  expect(await refusalOf(await world.as(outside).post('/coverage', days))).toEqual([400, 'input-invalid', 'awayId']);
  expect(await refusalOf(await world.as('director').post('/coverage', days))).toEqual([400, 'input-invalid', 'coveredBy']);
  expect(await refusalOf(await world.as(away).post('/coverage', days))).toEqual([400, 'input-invalid', 'coveredBy']);

  // Together in one of two programs is not enough for the clients of the other.
  const both = await aTherapist('B. Oth', [world.programId, east]);
  await aClient(world, { programId: east, therapistId: both.staffId });
  const half = { ...days, awayId: both.staffId, coveredBy: away.staffId };
  expect(await refusalOf(await world.as(both).post('/coverage', half))).toEqual([400, 'input-invalid', 'coveredBy']);

  // Even coverage that is stored from before opens no chart of another program.
  await world.db
    .insertInto('coverage')
    .values({
      organization_id: world.organizationId,
      away_id: away.staffId,
      covered_by: outside.staffId,
      from_on: '2026-11-20' as never,
      to_on: '2026-12-20' as never,
      note: null,
      made_by: outside.staffId,
    })
    .execute();
  expect(await page()).toBe(404);
  type List = { rows: { away: { id: string }; mine: boolean }[]; staff: { id: string }[] };
  const list = (await (await world.as(outside).get('/coverage')).json()) as List;
  expect(list.staff.map(({ id }) => id).toSorted()).toEqual([outside.staffId, both.staffId].toSorted());
  expect(list.rows.map(({ away: { id }, mine }) => [id, mine])).toEqual([[away.staffId, false]]);
});

test('clients go only to somebody who works in their program, and from a colleague only by a director of it', async () => {
  const east = await anotherProgram();
  const [giver, taker] = [await aTherapist('G. Iver'), await aTherapist('T. Aker')];
  const outside = await aTherapist('O. Utside', [east]);
  const { clientId } = await aClient(world, { therapistId: giver.staffId });
  const body = (toId: string) => ({ fromId: giver.staffId, toId, clientIds: [clientId], on: '2026-11-23', note: 'Prefers mornings.' });
  const therapist = async () =>
    (await world.db.selectFrom('episode').select('therapist_id').where('client_id', '=', clientId).executeTakeFirstOrThrow()).therapist_id;
  expect(await refusalOf(await world.as(taker).post('/transfers', body(taker.staffId)))).toEqual([400, 'input-invalid', 'fromId']);
  expect(await refusalOf(await world.as(giver).post('/transfers', body(outside.staffId)))).toEqual([400, 'input-invalid', 'toId']);
  const elsewhere = await aDirector('E. Lse', [east]);
  expect(await refusalOf(await world.as(elsewhere).post('/transfers', body(elsewhere.staffId)))).toEqual([404, 'client-unknown']);
  expect(await therapist()).toBe(giver.staffId);
  expect((await world.as('director').post('/transfers', body(taker.staffId))).status).toBe(200);
  expect(await therapist()).toBe(taker.staffId);
});

test('the event of a coverage names the clients whom it is about', async () => {
  const [away, other] = [await aTherapist('N. Amed'), await aTherapist('C. Over')];
  const { clientId } = await aClient(world, { therapistId: away.staffId });
  await madeBy(
    await world.as(away).post('/coverage', { awayId: away.staffId, coveredBy: other.staffId, from: '2026-11-24', to: '2026-11-27' }),
  );
  const event = await world.db
    .selectFrom('audit_event')
    .select('client_ids')
    .where('action', '=', 'coverage.add')
    .where('staff_id', '=', away.staffId)
    .where('kind', '=', 'write')
    .executeTakeFirstOrThrow();
  expect(event.client_ids).toEqual([clientId]);
});
