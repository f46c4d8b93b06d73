import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCase, aSignature, aTalk, seen } from '#kit/adjustments.ts';
import { refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { sessionOn } from '#kit/cohort.ts';
import { worldOfFile } from '#kit/world.ts';

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

test('with its record and two signers it is ended, once, and an open leave ends with it', async () => {
  const client = await aClient(world);
  await world.as('therapist').post(`/clients/${client.clientId}/leaves`, { from: '2026-11-10', reason: 'jail' });
  const own = { reason: 'ended-by-program', safety, secondSigner: world.staff.therapist.staffId };
  expect(await refusalOf(await end(client, own))).toEqual([400, 'input-invalid', 'secondSigner']);
  expect((await end(client, { ...own, secondSigner: world.staff.director.staffId })).status).toBe(200);
  expect(await refusalOf(await end(client, {}, 2))).toEqual([409, 'episode-closed']);
  const leave = await world.db.selectFrom('leave_span').select('to_on').where('client_id', '=', client.clientId).executeTakeFirst();
  expect(leave?.to_on).toBe('2026-11-23');
});

test('where opioid or stimulant use is on record, every closing but a death asks about naloxone', async () => {
  const client = await aClient(world);
  await world.db.updateTable('episode').set({ primary_substance: 'fentanyl' }).where('id', '=', client.episodeId).execute();
  expect(await refusalOf(await end(client, { reason: 'completed' }))).toEqual([400, 'input-invalid', 'naloxone']);
  expect((await end(client, { reason: 'died' })).status).toBe(200);
});
