import { beforeAll, expect, test } from 'vitest';
import { cohort as entries } from '#contract/cohort.ts';
import { measureKinds, type MeasureKind } from '#domain/cohort/measures.ts';
import { aCohort, type CohortWorld } from '#kit/cohort-world.ts';
import { worldOfFile } from '#kit/world.ts';

let people: CohortWorld;
const world = worldOfFile();

beforeAll(async () => {
  people = await aCohort(world);
});

const listOf = async (measure: MeasureKind, query = '?counted=all', as: 'director' | 'therapist' = 'director') =>
  entries.people.output.parse(await (await world.as(as).get(`/cohort/${measure}/people${query}`)).json());
const lastEvent = () => world.db.selectFrom('audit_event').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();

test.each(['tech', 'administrator'] as const)('a %s is refused both the numbers and the names, and that is written down', async (role) => {
  for (const path of ['/cohort', '/cohort/hours/people']) {
    const response = await world.as(role).get(path);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'not-your-role' });
    expect(await lastEvent()).toMatchObject({ kind: 'denied', role, client_ids: [] });
  }
});

test.each(measureKinds)('%s: another program and another organization are in no list', async (measure) => {
  const { rows } = await listOf(measure);
  expect(rows.map(({ name }) => name).filter((name) => name.startsWith('Eli') || name.startsWith('Fay'))).toEqual([]);
});

test.each<[MeasureKind, number, number]>([
  ['answered', 2, 2],
  ['collected', 4, 8],
  ['hours', 42, 48],
  ['unexpected', 1, 3],
])('%s counts only the caseload where a therapist asks', async (measure, numerator, denominator) => {
  const { rows, tally } = await listOf(measure, '?counted=all', 'therapist');
  expect(rows.some(({ clientId }) => clientId === people.dee.clientId)).toBe(false);
  expect(tally).toMatchObject({ numerator, denominator });
});

test('the event of a list names exactly the clients in it', async () => {
  const { rows } = await listOf('answered', '?counted=not-met');
  expect(new Set(rows.map(({ clientId }) => clientId))).toEqual(new Set([people.dee.clientId]));
  expect(await lastEvent()).toMatchObject({
    action: 'cohort.people',
    kind: 'read',
    staff_id: world.staff.director.staffId,
    client_ids: [people.dee.clientId],
  });
});

test('the event of the numbers names nobody, because nobody is named in them', async () => {
  const response = await world.as('director').get('/cohort');
  const text = await response.text();
  for (const { clientId } of Object.values(people)) expect(text).not.toContain(clientId);
  expect(await lastEvent()).toMatchObject({ action: 'cohort.overview', kind: 'read', client_ids: [] });
});

test('a site and a program narrow the number and its list alike', async () => {
  const site = await listOf('hours', `?counted=counted&site=${world.siteId}`);
  // The group's site speaks where the stay names none, so everybody with a group is at this one.
  expect(site.tally).toMatchObject({ numerator: 50.5, denominator: 57 });
  const nowhere = await listOf('hours', `?counted=all&site=${world.programId}`);
  expect(nowhere.rows).toEqual([]);
  const program = await listOf('hours', `?counted=counted&program=${world.programId}`);
  expect(program.tally).toMatchObject({ numerator: 50.5, denominator: 57 });
  const foreign = await world.db.selectFrom('program').select('id').where('name', '=', 'Youth').executeTakeFirstOrThrow();
  expect((await listOf('hours', `?counted=all&program=${foreign.id}`)).rows).toEqual([]);
});

test('a list without dates is that of the latest four closed weeks; with dates it is that of those days', async () => {
  expect(await listOf('collected')).toMatchObject({ from: '2026-10-26', to: '2026-11-22' });
  const week = await listOf('collected', '?counted=counted&from=2026-11-09&to=2026-11-15');
  expect(week.tally).toMatchObject({ numerator: 1, denominator: 2 });
});

test('a range without a closed week has no number yet', async () => {
  const answer = entries.overview.output.parse(await (await world.as('director').get('/cohort?from=2026-11-23')).json());
  expect(answer).toMatchObject({
    weeks: null,
    latest: null,
    measures: { hours: { latest: { denominator: 0 }, trend: { points: [], baseline: null, assurance: null } } },
  });
});

test.each([
  ['?from=2026-11-31', 'from', 'That date doesn’t exist. Write it as 2026-03-09.'],
  ['?from=2026-11-20&to=2026-11-01', 'from', 'Choose a first day that is not after the last.'],
  ['?from=2020-01-01', 'from', 'Choose at most two years.'],
  ['?site=north', 'site', 'This is not an id.'],
  ['?therapist=1', 'therapist', 'There is no such field. Leave it out.'],
])('%s is refused with the field and its fix', async (query, field, message) => {
  const response = await world.as('director').get(`/cohort${query}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'input-invalid', fields: [{ field, message }] });
});

test('a measure that doesn’t exist has no list', async () => {
  const response = await world.as('director').get('/cohort/therapists/people');
  expect(response.status).toBe(400);
});
