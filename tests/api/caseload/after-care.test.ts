import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { sessionOn } from '#kit/cohort.ts';
import { resultsOf } from '#kit/results-in-time.ts';
import { aPanel } from '#kit/sessions.ts';
import { needingToday, todayPage } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();
const monday = new Date('2026-11-23T14:02:00.000Z');

let panelId: string;
let client: { clientId: string; episodeId: string };
let results: ReturnType<typeof resultsOf>;

beforeAll(async () => {
  panelId = await aPanel(world);
});
beforeEach(async () => {
  world.clock.now = monday;
  client = await aClient(world, { firstName: 'Robin', openedOn: day('2026-09-07') });
  results = resultsOf(world, panelId, client.clientId);
});

const rowOf = async (who: 'therapist' | 'director', whose: 'me' | 'team') =>
  (await needingToday(world, who, whose)).find(({ clientId }) => clientId === client.clientId);
const kindsOf = async (who: 'therapist' | 'director', whose: 'me' | 'team') => (await rowOf(who, whose))?.needs.map(({ kind }) => kind);
const end = (closedOn = '2026-11-23') =>
  world
    .as('therapist')
    .post(
      `/clients/${client.clientId}/episodes/${client.episodeId}/ending`,
      { reason: 'chose-to-leave', closedOn, naloxone: 'has-it' },
      seen(1),
    );

test('an answer is owed to somebody whose care has not begun, and hours and contact are not', async () => {
  await results.logged(['COC']);
  expect(await kindsOf('therapist', 'me')).toEqual(['talk']);
  await results.talked();
  expect(await kindsOf('therapist', 'me')).toEqual(['sign']);
  await results.signed();
  expect(await rowOf('therapist', 'me')).toBeUndefined();
  world.clock.now = new Date(monday.getTime() + 14 * 86_400_000);
  expect(await kindsOf('therapist', 'me')).toEqual(['follow-up']);
});

test('what is owed when an episode closes stays with the therapist and the director, marked closed, until it is answered there', async () => {
  await sessionOn(world, client, day('2026-11-20'));
  await results.logged(['OPI']);
  expect(await kindsOf('therapist', 'me')).toEqual(['safety', 'talk']);
  const before = (await todayPage(world, 'therapist', 'me')).counts.clients;
  expect((await end()).status).toBe(200);
  expect(await rowOf('therapist', 'me')).toMatchObject({ closedOn: '2026-11-23', needs: [{ kind: 'safety' }, { kind: 'talk' }] });
  expect(await kindsOf('director', 'team')).toEqual(['safety', 'talk']);
  expect((await results.needs()).map(({ kind }) => kind)).toEqual(['safety', 'talk']);

  const check = {
    concernIds: (await concerns()).map(({ id }) => id),
    summary: 'Spoke by phone; safe, naloxone at home.',
    at: '2026-11-23T14:02:00Z',
  };
  const checked = await world.as('therapist').post(`/clients/${client.clientId}/safety-concerns/closures`, check);
  expect(checked.status).toBe(200);
  expect((await results.talked()).status).toBe(200);
  expect(await kindsOf('director', 'team')).toEqual(['sign']);
  expect((await results.signed()).status).toBe(200);
  expect(await rowOf('therapist', 'me')).toBeUndefined();
  expect(await rowOf('director', 'team')).toBeUndefined();
  expect((await todayPage(world, 'therapist', 'me')).counts.clients).toBe(before - 1);
  world.clock.now = new Date(monday.getTime() + 20 * 86_400_000);
  expect(await rowOf('therapist', 'me')).toBeUndefined();
});

const concerns = () => world.db.selectFrom('safety_concern').select('id').where('client_id', '=', client.clientId).execute();

test('a correction and a later result are owed after the episode has closed', async () => {
  await sessionOn(world, client, day('2026-11-20'));
  await results.logged(['COC']);
  await results.talked();
  await results.signed();
  world.clock.now = new Date(monday.getTime() + 86_400_000);
  await results.logged(['COC']);
  await end('2026-11-24');
  expect(await kindsOf('therapist', 'me')).toEqual(['attached']);
  await results.spokenOf();
  expect(await rowOf('therapist', 'me')).toBeUndefined();
  expect((await results.amended([])).status).toBe(200);
  expect(await kindsOf('therapist', 'me')).toEqual(['correction']);
  await results.shared();
  expect(await rowOf('therapist', 'me')).toBeUndefined();
});

test('a result that comes in after the closing is owed like any other', async () => {
  await sessionOn(world, client, day('2026-11-20'));
  await end();
  expect(await rowOf('director', 'team')).toBeUndefined();
  await results.logged(['COC']);
  expect(await kindsOf('therapist', 'me')).toEqual(['talk']);
});

test('where nobody answers for them, or the one who did has left, the list of the team says so', async () => {
  await results.logged(['COC']);
  await world.db.updateTable('episode').set({ therapist_id: null }).where('id', '=', client.episodeId).execute();
  expect((await rowOf('director', 'team'))?.therapist).toBe('No therapist');
  const { id } = await world.db
    .insertInto('staff')
    .values({ organization_id: world.organizationId, user_id: null, name: 'R. Ortiz', role: 'therapist', ended_on: day('2026-11-20') })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db.updateTable('episode').set({ therapist_id: id }).where('id', '=', client.episodeId).execute();
  expect((await rowOf('director', 'team'))?.therapist).toBe('No therapist: R. Ortiz has left');
});
