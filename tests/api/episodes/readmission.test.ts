import { beforeAll, expect, test } from 'vitest';
import { addDays, day, momentOf } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { meetsOn, sessionOn } from '#kit/cohort.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const [opened, closed, back] = [day('2026-08-03'), day('2026-09-30'), day('2026-11-09')];
let clientId: string;

/** Somebody with a first episode in late summer, who came back in November. One authorization paid for days of both. */
beforeAll(async () => {
  const client = await aClient(world, { firstName: 'Robin', openedOn: opened });
  clientId = client.clientId;
  const own = { organization_id: world.organizationId, client_id: clientId };
  await meetsOn(world, client, [1, 3, 5], null);
  await world.db
    .insertInto('prescribed_hours')
    .values({ ...own, hours_per_week: 9, from_on: opened })
    .execute();
  for (let nth = 0; nth < 11; nth += 1) await sessionOn(world, client, addDays(day('2026-09-01'), nth * 2));
  await world.db
    .insertInto('payer_authorization')
    .values({
      ...own,
      payer: 'Prairie Mutual',
      number: 'PM-1',
      unit: 'days',
      quantity: 20,
      from_on: day('2026-09-01'),
      to_on: day('2026-11-30'),
      next_review_on: null,
    })
    .execute();
  await world.db
    .insertInto('phase_span')
    .values({ ...own, number: 3, name: 'Build', from_on: day('2026-09-14'), to_on: null, review_due_on: null, criteria: '[]' })
    .execute();
  for (const [on, score] of [
    [opened, 20],
    [day('2026-09-21'), 9],
    [day('2026-10-20'), 18],
    [day('2026-11-16'), 17],
  ] as const)
    await world.db
      .insertInto('instrument_score')
      .values({ ...own, instrument: 'PHQ-9', taken_on: on, score, item9: 0 })
      .execute();
  await world.db
    .updateTable('episode')
    .set({ closed_on: closed, closed_because: 'chose-to-leave' })
    .where('id', '=', client.episodeId)
    .execute();
  await world.db
    .insertInto('episode')
    .values({
      ...own,
      program_id: world.programId,
      site_id: null,
      group_id: null,
      therapist_id: world.staff.therapist.staffId,
      opened_on: back,
      admission_source: null,
      primary_substance: null,
      closed_on: null,
      closed_because: null,
    })
    .execute();
  await sessionOn(world, client, day('2026-11-10'));
});

const page = async () => (await world.as('therapist').get(`/clients/${clientId}`)).json();
const care = async () => (await world.as('therapist').get(`/clients/${clientId}/care`)).json();

test('an authorization keeps the days that it paid for, and counts those after the return with them', async () => {
  const { authorizations } = await care();
  expect(authorizations).toMatchObject([{ used: 12, left: 8, over: 0, notKnown: [] }]);
});

test('what is over is said', async () => {
  await world.db.updateTable('payer_authorization').set({ quantity: 10 }).where('client_id', '=', clientId).execute();
  expect((await care()).authorizations).toMatchObject([{ used: 12, left: 0, over: 2 }]);
  await world.db.updateTable('payer_authorization').set({ quantity: 20 }).where('client_id', '=', clientId).execute();
});

test('weeks, phases and scores are of the episode, with a score from shortly before it', async () => {
  const { journey } = await page();
  expect(journey.weeks.map(({ week }: { week: string }) => week)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  expect(journey.phases).toEqual([]);
  expect(journey.instruments).toMatchObject([{ instrument: 'PHQ-9', scores: [{ on: '2026-10-20' }, { on: '2026-11-16' }] }]);
});

test('hours prescribed in an episode end with it', async () => {
  const { journey } = await page();
  expect(journey.weeks.map(({ prescribed }: { prescribed: number | null }) => prescribed)).toEqual([null, null, null]);
});

test('somebody who has just come back is not lost since the episode before', async () => {
  const other = await aClient(world, { firstName: 'Sam', openedOn: day('2026-11-20') });
  await sessionOn(world, other, day('2026-11-20'));
  await world.db
    .insertInto('contact')
    .values({
      organization_id: world.organizationId,
      client_id: other.clientId,
      at: momentOf(day('2026-08-01'), '10:00', 'America/Chicago'),
      method: 'phone',
      two_way: true,
      note: null,
      by: world.staff.therapist.staffId,
    })
    .execute();
  const { needs } = await (await world.as('therapist').get(`/clients/${other.clientId}`)).json();
  expect(needs.filter(({ kind }: { kind: string }) => kind === 'lost-contact')).toEqual([]);
});
