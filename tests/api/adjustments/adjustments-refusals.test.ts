import { expect, test } from 'vitest';
import { aCase, addressOf, aSignature, aTalk, bodyOf, noChange, post, seen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const change = (over: object) => ({
  changes: [{ line: 'add-group', what: 'Skills', fromOn: '2026-11-28', who: world.staff.therapist.staffId, ...over }],
});

/** A case that was talked about already, and one signature on it. */
async function signing(over: object, body = aSignature) {
  const one = await aCase(world);
  await one.send('talk', aTalk(), 1);
  return { one, response: await one.send('signature', body(world, { ...over }), 2) };
}

test.each<[string, () => object, string]>([
  ['ending care', () => change({ line: 'discharge' }), 'changes.0.line'],
  ['a line that no menu holds', () => change({ line: 'terminate-care' }), 'changes.0.line'],
  ['a change without words', () => change({ what: '  ' }), 'changes.0.what'],
  ['a change from a day that does not exist', () => change({ fromOn: '2026-11-31' }), 'changes.0.fromOn'],
  ['a change from before the result', () => change({ fromOn: '2026-11-20' }), 'changes.0.fromOn'],
  ['somebody who is not of the team', () => change({ who: world.staff.tech.staffId }), 'changes.0.who'],
  ['the same change twice', () => ({ changes: [...change({}).changes, ...change({}).changes] }), 'changes.1.line'],
  ['neither a change nor a reason for none', () => ({ changes: [] }), 'changes'],
  ['a change and a reason for none', () => ({ noChangeReason: 'None is needed.' }), 'noChangeReason'],
  ['a change that nobody looks at again', () => ({ followUpOn: null }), 'followUpOn'],
  ['a follow-up today', () => ({ followUpOn: '2026-11-23' }), 'followUpOn'],
  ['a follow-up next year', () => ({ followUpOn: '2027-12-07' }), 'followUpOn'],
  ['a follow-up by nobody', () => ({ followUpBy: null }), 'followUpBy'],
  ['no picture of better', () => ({ betterLooksLike: null }), 'betterLooksLike'],
  ['no view of the client', () => ({ clientView: null }), 'clientView'],
  ['no answer on naloxone', () => ({ naloxone: null }), 'naloxone'],
  ['no answer on safety', () => ({ safety: null }), 'safety'],
  ['on call told, without whom and when', () => ({ safety: 'on-call-notified' }), 'notified'],
  ['somebody told, where nobody was', () => ({ notified: { who: 'Dr Lin', at: 'now' } }), 'notified'],
  ['a field that the form does not have', () => ({ reason: 'positive test' }), 'reason'],
  ['an outcome among the answers', () => ({ outcome: 'terminated' }), 'outcome'],
])('%s is refused by the name of the field', async (_, over, field) => {
  const { one, response } = await signing(over());
  expect(response.status).toBe(400);
  const { code, fields } = await bodyOf(response);
  expect(code).toBe('input-invalid');
  expect(fields?.map((problem) => problem.field)).toContain(field);
  expect((await one.stored()).signed_at).toBeNull();
});

test('every answer of a signature must be given: a body without it is refused', async () => {
  const { one } = await signing({ changes: [] });
  for (const field of Object.keys(aSignature(world))) {
    const { [field]: _, ...rest } = aSignature(world);
    const { fields } = await bodyOf(await one.send('signature', rest, 2));
    expect(fields?.map((problem) => problem.field)).toContain(field);
  }
});

test('an outcome that ends care is refused: there is no such outcome', async () => {
  const { one } = await signing({});
  const response = await one.send('outcome', { outcome: 'discharged', note: 'No.' }, 3);
  expect(response.status).toBe(400);
  expect(await bodyOf(response)).toMatchObject({ fields: [{ field: 'outcome' }] });
});

test.each([
  ['a voicemail is not a conversation', { method: 'voicemail' }, 'method'],
  ['a letter is not a conversation', { method: 'letter' }, 'method'],
  ['a talk can not be later than now', { at: '2026-11-23T15:00:00Z' }, 'at'],
  ['a talk can not be before the result', { at: '2026-11-20T15:00:00Z' }, 'at'],
  ['a result is checked before talking', { checked: null }, 'checked'],
])('%s', async (_, over, field) => {
  const { send } = await aCase(world);
  const response = await send('talk', aTalk(over), 1);
  expect(response.status).toBe(400);
  expect(await bodyOf(response)).toMatchObject({ fields: [{ field }] });
});

test('nothing that is done to an adjustment touches the episode or the phase', async () => {
  const one = await aCase(world);
  const phase = {
    organization_id: world.organizationId,
    client_id: one.clientId,
    number: 3,
    name: 'Strengthen',
    from_on: '2026-08-24',
    criteria: '[]',
  };
  await world.db
    .insertInto('phase_span')
    .values(JSON.parse(JSON.stringify(phase)))
    .execute();
  const rows = async () => ({
    episodes: await world.db.selectFrom('episode').selectAll().where('client_id', '=', one.clientId).execute(),
    phases: await world.db.selectFrom('phase_span').selectAll().where('client_id', '=', one.clientId).execute(),
  });
  const before = await rows();
  await one.send('talk', aTalk(), 1);
  await one.send('signature', aSignature(world, change({ line: 'discharge' })), 2);
  await one.send('signature', aSignature(world, change({ line: 'level-reassessment' })), 2);
  await one.send('outcome', { outcome: 'needs-more', note: 'Still hard.' }, 3);
  await one.send('outcome', { outcome: 'unclear', note: 'Again.' }, 4);
  const other = await aCase(world);
  await other.send('talk', aTalk(), 1);
  await other.send('signature', noChange(world), 2);
  await one.send('explanation', { because: 'lab', words: 'Too late.', naloxone: 'has-it' }, 4);
  expect(await rows()).toEqual(before);
});

test('a tech and an administrator read and write none of it', async () => {
  const { clientId, adjustmentId } = await aCase(world);
  const steps = [
    [`/clients/${clientId}/adjustments/${adjustmentId}/talk`, aTalk()],
    [`/clients/${clientId}/adjustments/${adjustmentId}/explanation`, { because: 'lab', words: 'No.', naloxone: null }],
    [`/clients/${clientId}/adjustments/${adjustmentId}/signature`, aSignature(world)],
    [`/clients/${clientId}/adjustments/${adjustmentId}/outcome`, { outcome: 'same', note: 'No.' }],
    [`/clients/${clientId}/adjustments`, { trigger: 'team', about: 'No.' }],
  ] as const;
  for (const who of ['tech', 'administrator'] as const) {
    expect((await world.as(who).get(`/clients/${clientId}/adjustments/${adjustmentId}`)).status).toBe(403);
    for (const [path, body] of steps) expect((await post(world, who, path, body, seen(1))).status).toBe(403);
  }
});

test('a therapist of another program meets the same refusal as for an adjustment that is not there', async () => {
  const { id: programId } = await world.db
    .insertInto('program')
    .values({ organization_id: world.organizationId, name: 'Evening' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await world.db
    .insertInto('staff')
    .values({ organization_id: world.organizationId, name: 'K. Lin', role: 'therapist' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('staff_program')
    .values({ organization_id: world.organizationId, staff_id: id, program_id: programId })
    .execute();
  const stranger = { organizationId: world.organizationId, staffId: id, name: 'K. Lin', role: 'therapist' as const };
  const { clientId, adjustmentId, stored } = await aCase(world);

  const foreign = await bodyOf(await world.as(stranger).get(addressOf(clientId, adjustmentId)));
  const missing = await bodyOf(await world.as('therapist').get(addressOf(clientId, crypto.randomUUID())));
  expect(foreign).toMatchObject({ status: 404, code: 'client-unknown' });
  expect(missing).toEqual(foreign);
  expect((await post(world, stranger, addressOf(clientId, adjustmentId, 'talk'), aTalk(), seen(1))).status).toBe(404);
  expect((await stored()).version).toBe(1);
});

test('an adjustment is not found through another client, nor by another organization', async () => {
  const { clientId, adjustmentId } = await aCase(world);
  const other = await aClient(world);
  expect((await world.as('therapist').get(addressOf(other.clientId, adjustmentId))).status).toBe(404);
  const { staff } = await anOrganization(world.db, 'South');
  expect((await world.as(staff.director).get(addressOf(clientId, adjustmentId))).status).toBe(404);
  expect((await post(world, staff.therapist, addressOf(clientId, adjustmentId, 'talk'), aTalk(), seen(1))).status).toBe(404);
});
