import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { aCase, addressOf, aSignature, aTalk, bodyOf, noChange, post, seen } from '#kit/adjustments.ts';
import { worldOfFile } from '#kit/world.ts';

const monday = new Date('2026-11-23T15:05:00.000Z');

let one: Awaited<ReturnType<typeof aCase>>;

const world = worldOfFile();

beforeEach(async () => {
  world.clock.now = monday;
  one = await aCase(world);
});

test('an unexpected result is talked about, answered with a signed change, looked at again and closed with what followed', async () => {
  expect(await one.page()).toMatchObject({
    state: 'due',
    mark: 'U!',
    talkDueAt: '2026-11-23T23:00:00.000Z',
    signDueAt: '2026-11-25T23:00:00.000Z',
  });

  expect(await bodyOf(await one.send('talk', aTalk(), 1))).toEqual({ id: one.adjustmentId, version: 2, state: 'talked' });
  expect(await one.page()).toMatchObject({
    state: 'talked',
    mark: 'U!',
    talk: { at: monday.toISOString(), method: 'in-person', mayAppearInExports: false },
  });

  expect(await bodyOf(await one.send('signature', aSignature(world), 2))).toEqual({ id: one.adjustmentId, version: 3, state: 'signed' });
  expect(await one.page()).toMatchObject({
    state: 'signed',
    mark: 'U+',
    signature: {
      by: 'therapist of North',
      changes: [{ line: 'add-group', label: 'Add group', fromOn: '2026-11-28' }, { what: 'Plan for free weekends, one page' }],
      followUp: { on: '2026-12-07', betterLooksLike: '2 screens as expected, 10 h a week' },
    },
  });

  world.clock.now = new Date('2026-12-07T15:00:00.000Z');
  expect(await one.page()).toMatchObject({ state: 'follow-up-due' });
  expect(
    await bodyOf(await one.send('outcome', { outcome: 'improved', note: 'Two screens as expected and 10 h a week.' }, 3)),
  ).toMatchObject({ state: 'closed', next: null });
  expect(await one.page()).toMatchObject({
    state: 'closed',
    mark: 'U',
    outcome: { outcome: 'improved', note: 'Two screens as expected and 10 h a week.' },
  });
});

test('an outcome may be known before the follow-up is due, and is recorded once', async () => {
  await one.send('talk', aTalk(), 1);
  await one.send('signature', aSignature(world), 2);
  expect((await one.send('outcome', { outcome: 'same', note: 'Nothing moved yet.' }, 3)).status).toBe(200);
  expect(await bodyOf(await one.send('outcome', { outcome: 'improved', note: 'Better after all.' }, 4))).toMatchObject({
    code: 'wrong-state',
  });
});

test('“needs more” opens the next adjustment, with the same analytes and clocks of its own', async () => {
  await one.send('talk', aTalk(), 1);
  await one.send('signature', aSignature(world), 2);
  const { next } = await bodyOf(await one.send('outcome', { outcome: 'needs-more', note: 'Weekends are still hard.' }, 3));
  expect(next).toMatchObject({ number: 2 });
  const opened = await world.db
    .selectFrom('adjustment')
    .selectAll()
    .where('client_id', '=', one.clientId)
    .where('number', '=', 2)
    .executeTakeFirstOrThrow();
  expect(opened).toMatchObject({
    trigger: 'team',
    about: null,
    follows_id: one.adjustmentId,
    analytes: ['COC'],
    talked_at: null,
    safety_today: null,
    naloxone: null,
    client_view: null,
  });
});

test('no change is a signed decision with a reason, and closes where no follow-up is asked for', async () => {
  await one.send('talk', aTalk(), 1);
  expect(await bodyOf(await one.send('signature', noChange(world), 2))).toMatchObject({ state: 'closed' });
  expect(await one.page()).toMatchObject({
    signature: { changes: [], noChangeReason: 'A lapse between two jobs; the plan holds.', followUp: null },
  });
});

test('no change with a follow-up waits for it', async () => {
  await one.send('talk', aTalk(), 1);
  const look = { followUpOn: '2026-12-01', followUpBy: world.staff.director.staffId, betterLooksLike: 'Two screens as expected' };
  expect(await bodyOf(await one.send('signature', noChange(world, look), 2))).toMatchObject({ state: 'signed' });
});

test.each([
  ['due', async () => one.send('signature', aSignature(world), 1)],
  ['due', async () => one.send('outcome', { outcome: 'same', note: 'No.' }, 1)],
  ['talked', async () => (await one.send('talk', aTalk(), 1), one.send('talk', aTalk(), 2))],
  ['talked', async () => (await one.send('talk', aTalk(), 1), one.send('outcome', { outcome: 'same', note: 'No.' }, 2))],
  [
    'signed',
    async () => (
      await one.send('talk', aTalk(), 1),
      await one.send('signature', aSignature(world), 2),
      one.send('signature', aSignature(world), 3)
    ),
  ],
  [
    'signed',
    async () => (
      await one.send('talk', aTalk(), 1),
      await one.send('signature', aSignature(world), 2),
      one.send('explanation', { because: 'lab', words: 'No.', naloxone: 'has-it' }, 3)
    ),
  ],
  [
    'explained',
    async () => (
      await one.send('explanation', { because: 'lab', words: 'Not confirmed.', naloxone: 'has-it' }, 1),
      one.send('outcome', { outcome: 'same', note: 'No.' }, 2)
    ),
  ],
])('from “%s” no step leads where the care plan does not go', async (state, attempt) => {
  expect(await bodyOf(await attempt())).toMatchObject({ status: 409, code: 'wrong-state' });
  expect(await one.page()).toMatchObject({ state });
});

test('a step sent twice with the same key is stored once and answered alike', async () => {
  await one.send('talk', aTalk(), 1);
  const key = { 'idempotency-key': crypto.randomUUID() };
  const first = await bodyOf(await one.send('signature', aSignature(world), 2, key));
  expect(await bodyOf(await one.send('signature', aSignature(world), 2, key))).toEqual(first);
  const { count } = await world.db
    .selectFrom('adjustment_change')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('adjustment_id', '=', one.adjustmentId)
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(2);
  expect((await one.stored()).version).toBe(3);
});

test('whoever was too late is told who did what, and nothing of theirs is stored', async () => {
  await post(world, 'director', addressOf(one.clientId, one.adjustmentId, 'talk'), aTalk({ ownWords: 'Told to the director' }), seen(1));
  const late = await one.send('talk', aTalk(), 1);
  expect(late.status).toBe(412);
  expect((await bodyOf(late))['detail']).toMatch(/^director of North noted the talk /);
  expect((await one.stored()).own_words).toBe('Told to the director');
});

test('a step that names no version is refused', async () => {
  const response = await post(world, 'therapist', addressOf(one.clientId, one.adjustmentId, 'talk'), aTalk());
  expect(response.status).toBe(428);
});

test('each step leaves one event that says who wrote, and tells pages to ask again', async () => {
  await one.send('talk', aTalk(), 1);
  await one.send('signature', aSignature(world), 2);
  const events = await world.db
    .selectFrom('audit_event')
    .select(['action', 'kind', 'staff_id'])
    .where((eb) => sql<boolean>`${eb.ref('client_ids')} @> array[${one.clientId}::uuid]`)
    .orderBy('seq')
    .execute();
  const staff_id = world.staff.therapist.staffId;
  expect(events).toEqual([
    { action: 'adjustments.talk', kind: 'write', staff_id },
    { action: 'adjustments.sign', kind: 'write', staff_id },
  ]);
  const marks = await world.db.selectFrom('change_mark').select('noun').where('noun', '=', 'adjustments').execute();
  expect(marks.length).toBeGreaterThanOrEqual(2);
});
