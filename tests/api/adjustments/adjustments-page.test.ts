import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCase, anAdjustment, aScreen, aSession, aSignature, aTalk } from '#kit/adjustments.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

test('nothing is answered before a person answers it', async () => {
  const { page } = await aCase(world);
  expect(await page()).toMatchObject({
    checked: null,
    talk: null,
    safety: null,
    naloxone: null,
    explanation: null,
    signature: null,
    outcome: null,
    beforeAfter: null,
  });
});

test('the page says whose plan it is, what was found, and who may carry a change', async () => {
  const { page, clientId } = await aCase(world);
  expect(await page()).toMatchObject({
    asOf: '2026-11-23T14:02:00.000Z',
    timeZone: 'America/Chicago',
    version: 1,
    number: 1,
    client: { id: clientId, name: 'Jordan M.', called: 'Jordan', bornOn: '1992-02-12' },
    event: {
      on: '2026-11-21',
      presumptive: true,
      mark: 'U!',
      analytes: [
        { analyte: 'COC', finding: 'unexpected-positive' },
        { analyte: 'FEN', finding: 'as-expected' },
      ],
    },
    lastEight: { events: [{ mark: 'U!', presumptive: true }], summary: '0 of 1 interpretable as expected' },
    naloxoneReasons: ['stimulant-detected'],
    staff: [{ name: 'therapist of North' }, { name: 'director of North' }],
  });
});

test('the menu holds no line that ends care', async () => {
  const { page } = await aCase(world);
  const { menu } = await page();
  expect(JSON.stringify(menu)).not.toMatch(/discharge|terminat|expel/i);
  expect(menu).toHaveLength(7);
});

test('one look leaves one event, with the client in it', async () => {
  const { page, clientId } = await aCase(world);
  await page();
  const events = await world.db
    .selectFrom('audit_event')
    .select(['action', 'kind', 'client_ids'])
    .where((eb) => sql<boolean>`${eb.ref('client_ids')} @> array[${clientId}::uuid]`)
    .execute();
  expect(events).toEqual([{ action: 'adjustments.one', kind: 'read', client_ids: [clientId] }]);
});

test('what was taken at collection is shown with what the screen found of it', async () => {
  const because = { rule: 'taken', name: 'buprenorphine', dose: '12 mg', startedOn: day('2026-07-24') } as const;
  const results = {
    COC: { result: 'presumptive-positive' },
    BUP: { result: 'presumptive-positive', expectation: 'should-show', because },
  } as const;
  const { page, clientId } = await aCase(world, { results });
  const row = (name: string, from: string, to: string | null) => ({
    organization_id: world.organizationId,
    client_id: clientId,
    name,
    dose: '12 mg',
    started_on: from,
    ended_on: to,
  });
  const rows = [row('buprenorphine', '2026-07-24', null), row('sertraline', '2026-01-01', '2026-11-20')];
  await world.db
    .insertInto('medication')
    .values(JSON.parse(JSON.stringify(rows)))
    .execute();
  expect(await page()).toMatchObject({
    medications: [{ label: 'Buprenorphine 12 mg since 24 Jul', found: [{ analyte: 'BUP', finding: 'consistent-with-medication' }] }],
  });
});

test('what was tried before comes with what followed, newest first, and an outcome still to come is a gap', async () => {
  world.clock.now = new Date('2026-10-14T14:00:00.000Z');
  const first = await aCase(world, { on: day('2026-10-13'), analytes: ['AMP'], results: { AMP: { result: 'confirmed-positive' } } });
  for (const on of ['2026-09-20', '2026-09-27', '2026-10-04', '2026-10-18', '2026-10-25', '2026-11-01'])
    await aSession(world, first.clientId, day(on), 'present');
  await aScreen(world, first.clientId, { on: day('2026-10-20'), results: { AMP: { result: 'negative' } } });
  await first.send('talk', aTalk({ at: '2026-10-14T13:00:00Z' }), 1);
  const changes = [{ line: 'add-individual', what: 'Weekly individual session', fromOn: '2026-10-19', who: world.staff.therapist.staffId }];
  await first.send('signature', aSignature(world, { changes, followUpOn: '2026-11-27' }), 2);

  world.clock.now = new Date('2026-11-23T14:02:00.000Z');
  const { adjustmentId } = await anAdjustment(world, first.clientId, { number: 2 });
  const page: unknown = await (await world.as('therapist').get(`/clients/${first.clientId}/adjustments/${adjustmentId}`)).json();
  expect(page).toMatchObject({
    triedBefore: [
      {
        number: 1,
        state: 'signed',
        mark: 'U+',
        about: 'amphetamine, 13 Oct',
        changes: ['Weekly individual session'],
        outcome: null,
        beforeAfter: { comparison: 'comparable', after: { from: '2026-10-15', to: '2026-11-11', days: 28 } },
      },
    ],
  });
});

test('what is working is shown too: goals above where they began, instruments reliably better, hours met', async () => {
  const { page, clientId } = await aCase(world);
  const own = { organization_id: world.organizationId, client_id: clientId };
  const { id: goal_id } = await world.db
    .insertInto('goal')
    .values({ ...own, number: 1, title: 'Home by 10 pm most nights', domain: 'skills', levels: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ratings = [
    ['2026-06-15', -1],
    ['2026-08-20', 0],
    ['2026-10-20', 1],
    ['2026-11-17', 1],
  ] as const;
  await world.db
    .insertInto('goal_rating')
    .values(ratings.map(([on, level]) => ({ ...own, goal_id, rated_on: day(on), level, rated_by: world.staff.therapist.staffId })))
    .execute();
  const scores = [
    ['2026-06-09', 19],
    ['2026-11-17', 7],
  ] as const;
  await world.db
    .insertInto('instrument_score')
    .values(scores.map(([on, score]) => ({ ...own, instrument: 'PHQ-9', taken_on: day(on), score, item9: 0 })))
    .execute();
  expect(await page()).toMatchObject({
    working: {
      goals: [{ title: 'Home by 10 pm most nights', from: -1, to: 1, on: '2026-10-20' }],
      instruments: [{ instrument: 'PHQ-9', change: { from: 19, to: 7, reliable: 'better' } }],
    },
  });
});
