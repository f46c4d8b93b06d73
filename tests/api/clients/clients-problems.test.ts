import { expect, test } from 'vitest';
import type { ProblemsShown } from '#contract/clients-data-problems.ts';
import { day, type Day } from '#domain/calendar/calendar.ts';
import { attended, weekly } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const problems = async (who: 'therapist' | 'director' = 'director') =>
  (await (await world.as(who).get('/clients/problems')).json()) as ProblemsShown;
const of = (shown: ProblemsShown, clientId: string) =>
  shown.problems.filter((row) => row.clientId === clientId).map(({ problem }) => problem);

/** Somebody in care in whose chart nothing is missing. */
async function whole(lastName: string, bornOn: Day) {
  const { clientId, episodeId } = await aClient(world, { firstName: lastName, lastName, bornOn });
  const own = { organization_id: world.organizationId };
  const { id } = await world.db
    .insertInto('care_group')
    .values({ ...own, program_id: world.programId, site_id: world.siteId, name: `G ${lastName}`, weekdays: [2] })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db.updateTable('episode').set({ group_id: id }).where('id', '=', episodeId).execute();
  await world.db
    .insertInto('prescribed_hours')
    .values({ ...own, client_id: clientId, hours_per_week: 9, from_on: day('2026-06-08') })
    .execute();
  await attended(world, [clientId], weekly(day('2026-11-19'), 2));
  return { clientId, episodeId };
}

test('a chart in which nothing is missing is not listed', async () => {
  const { clientId } = await whole('Whole', day('1980-01-01'));
  expect(of(await problems(), clientId)).toEqual([]);
});

test('what is missing, can’t be, or wasn’t seen for a month is listed', async () => {
  const { clientId } = await aClient(world, { lastName: 'Bare', bornOn: null, therapistId: null });
  expect(of(await problems(), clientId).toSorted()).toEqual(['no-birth-date', 'no-group', 'no-hours', 'no-therapist', 'unserved']);
  const later = await whole('Later', day('2031-01-01'));
  expect(of(await problems(), later.clientId)).toEqual(['birth-in-future']);
});

test('somebody on leave is not missed, and a change of episode on one day is no overlap', async () => {
  const { clientId } = await aClient(world, { lastName: 'Away', bornOn: day('1970-05-05') });
  const away = { organization_id: world.organizationId, client_id: clientId, from_on: day('2026-10-01'), to_on: null, reason: 'hospital' };
  await world.db.insertInto('leave_span').values(away).execute();
  const earlier = { organization_id: world.organizationId, client_id: clientId, program_id: world.programId, closed_because: 'completed' };
  await world.db
    .insertInto('episode')
    .values({ ...earlier, opened_on: day('2026-01-01'), closed_on: day('2026-06-08') })
    .execute();
  expect(of(await problems(), clientId)).not.toContain('unserved');
  expect(of(await problems(), clientId)).not.toContain('overlapping');
  await world.db
    .insertInto('episode')
    .values({ ...earlier, opened_on: day('2026-05-01'), closed_on: day('2026-06-20') })
    .execute();
  expect(of(await problems(), clientId)).toContain('overlapping');
});

test('somebody who came to mutual help alone for a month was not served', async () => {
  const { clientId } = await whole('Meetings', day('1971-01-01'));
  const heldAs = (service: 'group' | 'mutual-help') =>
    world.db
      .updateTable('session')
      .set({ service })
      .where('id', 'in', (eb) => eb.selectFrom('attendance').select('session_id').where('client_id', '=', clientId))
      .execute();
  await heldAs('mutual-help');
  expect(of(await problems(), clientId)).toEqual(['unserved']);
  await heldAs('group');
  expect(of(await problems(), clientId)).toEqual([]);
});

test('charts that look like one person’s are paired, until somebody says that they are two', async () => {
  const one = await whole('Quill', day('1966-06-06'));
  const other = await whole('Quil', day('1966-06-06'));
  const pair = async () =>
    (await problems()).duplicates.filter(({ one: a, other: b }) =>
      [a.clientId, b.clientId].every((id) => [one.clientId, other.clientId].includes(id)),
    );
  expect(await pair()).toMatchObject([{ likeness: 'likely' }]);
  await world.as('director').post(`/clients/${one.clientId}/not-same`, { otherId: other.clientId, why: 'Cousins.' });
  expect(await pair()).toEqual([]);
});

test('of two charts that look alike the one that has been in care for longer is offered to stand', async () => {
  const born = day('1961-01-30');
  const late = await aClient(world, { firstName: 'Rowan', lastName: 'Tennant', bornOn: born, openedOn: day('2026-11-02') });
  const early = await aClient(world, { firstName: 'Rowan', lastName: 'Tenant', bornOn: born, openedOn: day('2026-08-03') });
  const never = await aClient(world, { firstName: 'Rowan', lastName: 'Tennent', bornOn: born });
  await world.db.deleteFrom('episode').where('client_id', '=', never.clientId).execute();
  await world.db.updateTable('client').set({ intake_program_id: world.programId }).where('id', '=', never.clientId).execute();
  const survivors = new Map(
    (await problems()).duplicates.map(({ one, other }) => [[one.clientId, other.clientId].toSorted().join(' '), one.clientId]),
  );
  const surviving = (a: string, b: string) => survivors.get([a, b].toSorted().join(' '));
  expect(surviving(late.clientId, early.clientId)).toBe(early.clientId);
  expect(surviving(late.clientId, never.clientId)).toBe(late.clientId);
  expect(surviving(early.clientId, never.clientId)).toBe(early.clientId);
});

test('a therapist sees those whom they may open, and the event names those who are listed', async () => {
  const south = await anOrganization(world.db, 'South');
  const far = { organizationId: south.organizationId, programId: south.programId, therapistId: null };
  const foreign = await aClient(world, { ...far, bornOn: null });
  const shown = await problems('therapist');
  expect(of(shown, foreign.clientId)).toEqual([]);
  const listed = new Set([
    ...shown.problems.map(({ clientId }) => clientId),
    ...shown.duplicates.flatMap(({ one, other }) => [one.clientId, other.clientId]),
  ]);
  const events = await world.db.selectFrom('audit_event').selectAll().where('action', '=', 'clients.problems').orderBy('seq').execute();
  expect(new Set(events.at(-1)?.client_ids)).toEqual(listed);
});
