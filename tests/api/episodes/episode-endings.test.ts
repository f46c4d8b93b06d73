import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import { aCase, anAdjustment, aSignature, aTalk, seen } from '#kit/adjustments.ts';
import { refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { sessionOn } from '#kit/cohort.ts';
import { worldOfFile } from '#kit/world.ts';
import type { Actor } from '#server/access/actor.ts';

const world = worldOfFile();

type Client = { clientId: string; episodeId: string };
const end = ({ clientId, episodeId }: Client, over: object = {}, version = 1) =>
  world
    .as('therapist')
    .post(
      `/clients/${clientId}/episodes/${episodeId}/ending`,
      { reason: 'chose-to-leave', closedOn: '2026-11-23', ...over },
      seen(version),
    );
const safety = { cause: 'threat', narrative: 'He threatened another client with a knife in the hall.' };
const episodeOf = async (clientId: string) =>
  (await world.db.selectFrom('episode').select('id').where('client_id', '=', clientId).executeTakeFirstOrThrow()).id;
const dischargeOf = (clientId: string) =>
  world.db.selectFrom('episode').select(['closed_because', 'closed_on']).where('client_id', '=', clientId).executeTakeFirstOrThrow();

test('a client who wants to leave is never hindered by an answer that we owe; ending by the program is', async () => {
  const { clientId } = await aCase(world);
  const client = { clientId, episodeId: await episodeOf(clientId) };
  const ended = { reason: 'ended-by-program', safety, secondSigner: world.staff.director.staffId, naloxone: 'has-it' };
  expect(await refusalOf(await end(client, ended))).toEqual([400, 'input-invalid', 'reason']);
  expect(await dischargeOf(clientId)).toEqual({ closed_because: null, closed_on: null });
  expect((await end(client, { naloxone: 'declined' })).status).toBe(200);
  expect((await dischargeOf(clientId)).closed_because).toBe('chose-to-leave');
});

test('a plan change signed within 72 hours blocks ending by the program, and that alone', async () => {
  const one = await aCase(world);
  await one.send('talk', aTalk(), 1);
  await one.send('signature', aSignature(world), 2);
  const client = { clientId: one.clientId, episodeId: await episodeOf(one.clientId) };
  const ended = { reason: 'ended-by-program', safety, secondSigner: world.staff.director.staffId, naloxone: 'has-it' };
  expect(await refusalOf(await end(client, ended))).toEqual([400, 'input-invalid', 'reason']);
  expect((await end(client, { reason: 'transferred', naloxone: 'has-it' })).status).toBe(200);
});

test.each<[string, object, string[]]>([
  ['ending by the program without its record and second signer', { reason: 'ended-by-program' }, ['safety', 'secondSigner']],
  ['a declined level without linkage and second signer', { reason: 'level-declined' }, ['secondSigner', 'linkedTo']],
  ['a safety record with another reason', { safety }, ['safety']],
  ['a reason that names a test', { reason: 'positive-test' }, ['reason']],
  ['a day to come', { closedOn: '2026-11-24' }, ['closedOn']],
  ['a day before the opening', { closedOn: '2026-06-07' }, ['closedOn']],
  ['a day before the last visit', { closedOn: '2026-11-19' }, ['closedOn']],
])('%s is refused by field', async (_, over, fields) => {
  const client = await aClient(world);
  await sessionOn(world, client, day('2026-11-20'));
  expect(await refusalOf(await end(client, over))).toEqual([400, 'input-invalid', ...fields]);
});

const requestOf = async (clientId: string) =>
  (
    await world.db
      .selectFrom('ending_request')
      .select('id')
      .where('client_id', '=', clientId)
      .orderBy('requested_at', 'desc')
      .executeTakeFirstOrThrow()
  ).id;
const answered = (clientId: string, who: Role | Actor, how: 'signature' | 'withdrawal', requestId: string, body: object = {}) =>
  how === 'signature'
    ? world.as(who).post(`/clients/${clientId}/ending-requests/${requestId}/signature`, body)
    : world.as(who).post(`/clients/${clientId}/ending-requests/${requestId}/withdrawal`, body);
const byTwo = () => ({ reason: 'ended-by-program', safety, secondSigner: world.staff.director.staffId });

test('an ending that two sign is nothing but asked for until the second signs it in their own session', async () => {
  const client = await aClient(world);
  await world.as('therapist').post(`/clients/${client.clientId}/leaves`, { from: '2026-11-10', reason: 'jail' });
  const leave = () => world.db.selectFrom('leave_span').select('to_on').where('client_id', '=', client.clientId).executeTakeFirst();
  expect(await refusalOf(await end(client, { ...byTwo(), secondSigner: world.staff.therapist.staffId }))).toEqual([
    400,
    'input-invalid',
    'secondSigner',
  ]);
  expect(await (await end(client, byTwo())).json()).toEqual({ waitsFor: 'director of North' });
  expect([await dischargeOf(client.clientId), await leave()]).toEqual([{ closed_because: null, closed_on: null }, { to_on: null }]);
  expect(await world.db.selectFrom('safety_discharge').select('cause').where('episode_id', '=', client.episodeId).execute()).toEqual([]);

  const requestId = await requestOf(client.clientId);
  expect(await refusalOf(await answered(client.clientId, 'therapist', 'signature', requestId))).toEqual([403, 'not-your-role']);
  expect((await dischargeOf(client.clientId)).closed_on).toBeNull();
  expect((await answered(client.clientId, 'director', 'signature', requestId)).status).toBe(200);
  const signed = await world.db
    .selectFrom('episode')
    .select(['closed_because', 'closed_by', 'second_signer'])
    .where('id', '=', client.episodeId)
    .executeTakeFirstOrThrow();
  const { therapist, director } = world.staff;
  expect(signed).toEqual({ closed_because: 'ended-by-program', closed_by: therapist.staffId, second_signer: director.staffId });
  expect(
    await world.db
      .selectFrom('safety_discharge')
      .select(['signed_by', 'second_signer'])
      .where('episode_id', '=', client.episodeId)
      .execute(),
  ).toEqual([{ signed_by: therapist.staffId, second_signer: director.staffId }]);
  expect(await leave()).toEqual({ to_on: '2026-11-23' });
  expect(await refusalOf(await answered(client.clientId, 'director', 'signature', requestId))).toEqual([409, 'wrong-state']);
  expect(await refusalOf(await end(client, {}, 2))).toEqual([409, 'episode-closed']);
});

const anotherDirector = async () => {
  const { organizationId, programId } = world;
  const staff = { organization_id: organizationId, name: 'Another director', role: 'director' as const, user_id: null, ended_on: null };
  const { id } = await world.db.insertInto('staff').values(staff).returning('id').executeTakeFirstOrThrow();
  await world.db.insertInto('staff_program').values({ organization_id: organizationId, staff_id: id, program_id: programId }).execute();
  return id;
};

test('what waits is on the lists of both, with what is asked, and on nobody else’s', async () => {
  const client = await aClient(world, { firstName: 'Noor', lastName: 'Lind' });
  await end(client, { ...byTwo(), note: 'Told on the phone.' });
  type Lists = { requests: { clientId: string; name: string; toSign: boolean; line: string }[] };
  const listed = async (who: Role) =>
    ((await (await world.as(who).get('/ending-requests')).json()) as Lists).requests.filter(({ clientId }) => clientId === client.clientId);
  expect(await listed('director')).toMatchObject([
    {
      name: 'Noor L.',
      toSign: true,
      line: 'therapist of North asks for your signature: Ended by the program for safety, last day 23 Nov 2026',
    },
  ]);
  expect(await listed('therapist')).toMatchObject([
    { toSign: false, line: expect.stringMatching(/^waits for the signature of director of North/) },
  ]);
  expect((await world.as('tech').get('/ending-requests')).status).toBe(403);
  const onToday = async (who: Role | Actor) =>
    ((await (await world.as(who).get('/today')).json()) as { signaturesWait: boolean }).signaturesWait;
  const nobodys = { ...world.staff.director, staffId: await anotherDirector() };
  expect([await onToday('director'), await onToday('therapist'), await onToday(nobodys)]).toEqual([true, true, false]);
  const part = async (who: Role) =>
    (
      (await (await world.as(who).get(`/clients/${client.clientId}/care`)).json()) as {
        endingRequest: { part: string; note: string; safety: object };
      }
    ).endingRequest;
  expect([await part('therapist'), await part('director')]).toMatchObject([
    { part: 'requester', note: 'Told on the phone.', safety },
    { part: 'signer' },
  ]);
});

test('it can be withdrawn by whoever asked and declined by whom it was asked of, and then nothing has happened', async () => {
  for (const [who, answer] of [
    ['therapist', 'withdrawn'],
    ['director', 'declined'],
  ] as const) {
    const client = await aClient(world);
    await end(client, byTwo());
    const requestId = await requestOf(client.clientId);
    expect(await refusalOf(await end(client, byTwo()))).toEqual([409, 'wrong-state']);
    expect((await answered(client.clientId, who, 'withdrawal', requestId, { why: 'They talked it over.' })).status).toBe(200);
    const row = await world.db
      .selectFrom('ending_request')
      .select(['answer', 'answer_note'])
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ answer, answer_note: 'They talked it over.' });
    expect(await refusalOf(await answered(client.clientId, 'director', 'signature', requestId))).toEqual([409, 'wrong-state']);
    expect((await dischargeOf(client.clientId)).closed_on).toBeNull();
    // It can be asked anew.
    expect((await end(client, byTwo())).status).toBe(200);
  }
});

test('what was changed since, or owed since, is looked at again when it is signed', async () => {
  const client = await aClient(world);
  await end(client, byTwo());
  const requestId = await requestOf(client.clientId);
  await anAdjustment(world, client.clientId);
  expect(await refusalOf(await answered(client.clientId, 'director', 'signature', requestId))).toEqual([400, 'input-invalid', 'reason']);
  expect((await dischargeOf(client.clientId)).closed_on).toBeNull();
  const other = await aClient(world);
  await end(other, byTwo());
  await world.as('therapist').post(`/clients/${other.clientId}/episodes/${other.episodeId}`, { admissionSource: 'school' }, seen(1));
  expect(await refusalOf(await answered(other.clientId, 'director', 'signature', await requestOf(other.clientId)))).toEqual([
    409,
    'wrong-state',
  ]);
});

test('a client who leaves by their own wish meanwhile is not held by a signature that is waited for', async () => {
  const client = await aClient(world);
  await end(client, byTwo());
  expect(await (await end(client)).json()).toEqual({ waitsFor: null });
  expect((await dischargeOf(client.clientId)).closed_because).toBe('chose-to-leave');
  const row = await world.db
    .selectFrom('ending_request')
    .select('answer')
    .where('client_id', '=', client.clientId)
    .executeTakeFirstOrThrow();
  expect(row.answer).toBe('overtaken');
});

test('the second signer is somebody who may open the client', async () => {
  const client = await aClient(world);
  const { id } = await world.db
    .insertInto('staff')
    .values({ organization_id: world.organizationId, name: 'O. Utside', role: 'director', user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect(await refusalOf(await end(client, { ...byTwo(), secondSigner: id }))).toEqual([400, 'input-invalid', 'secondSigner']);
  expect(await refusalOf(await end(client, { secondSigner: world.staff.director.staffId }))).toEqual([
    400,
    'input-invalid',
    'secondSigner',
  ]);
});

test('the database keeps what was asked and answered', async () => {
  const client = await aClient(world);
  await end(client, byTwo());
  const id = await requestOf(client.clientId);
  const { therapist } = world.staff;
  const forged = world.db
    .updateTable('ending_request')
    .set({ answer: 'signed', answered_by: therapist.staffId, answered_at: sql`now()` as never })
    .where('id', '=', id);
  await expect(forged.execute()).rejects.toThrow(/check/);
  await expect(
    world.db.updateTable('ending_request').set({ second_signer: therapist.staffId }).where('id', '=', id).execute(),
  ).rejects.toThrow(/kept as it was asked/);
});

test('where opioid or stimulant use is on record, every closing but a death asks about naloxone', async () => {
  const client = await aClient(world);
  await world.db.updateTable('episode').set({ primary_substance: 'fentanyl' }).where('id', '=', client.episodeId).execute();
  expect(await refusalOf(await end(client, { reason: 'completed' }))).toEqual([400, 'input-invalid', 'naloxone']);
  expect((await end(client, { reason: 'died' })).status).toBe(200);
});
