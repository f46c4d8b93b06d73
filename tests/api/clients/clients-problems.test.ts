import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ProblemsShown } from '#contract/clients-data-problems.ts';
import { day, type Day } from '#domain/calendar/calendar.ts';
import { attended, weekly } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const problems = async (who: 'therapist' | 'director' = 'director') =>
  (await (await world.as(who).get('/clients/problems')).json()) as ProblemsShown;
const of = (shown: ProblemsShown, clientId: string) =>
  shown.problems.filter(({ rows }) => rows.some((row) => row.clientId === clientId)).map(({ problem }) => problem);

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
    (await problems()).duplicates.pairs.filter(({ one: a, other: b }) =>
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
    (await problems()).duplicates.pairs.map(({ one, other }) => [[one.clientId, other.clientId].toSorted().join(' '), one.clientId]),
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
    ...shown.problems.flatMap(({ rows }) => rows.map(({ clientId }) => clientId)),
    ...shown.duplicates.pairs.flatMap(({ one, other }) => [one.clientId, other.clientId]),
  ]);
  const events = await world.db.selectFrom('audit_event').selectAll().where('action', '=', 'clients.problems').orderBy('seq').execute();
  expect(new Set(events.at(-1)?.client_ids)).toEqual(listed);
});

describe('what doesn’t fit on a page', () => {
  type Page = { readonly rows: ProblemsShown['problems'][number]['rows']; readonly next: string | null };
  type Pairs = Pick<ProblemsShown['duplicates'], 'pairs' | 'next'>;
  const ask = async <T>(address: string): Promise<T> => {
    const response = await world.as('director').get(address);
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  };

  beforeAll(async () => {
    // Written down by the program and not begun: sixteen of one name and birth date, the others alike in nothing.
    await sql`insert into client (organization_id, chart_number, first_name, last_name, born_on, intake_program_id, created_at)
      select ${world.organizationId}, 'M-' || n, case when n <= 16 then 'Morgan' else translate(md5('m' || n), '0123456789', 'ghijklmnop') end,
        case when n <= 16 then 'Vale' else translate(md5('v' || n), '0123456789', 'qrstuvwxyz') end,
        case when n <= 16 then date '1950-02-03' end, ${world.programId}, '2026-10-01' from generate_series(1, 231) n`.execute(world.db);
    // More are compared with one another than one request waits for.
    await vi.waitUntil(async () => (await problems()).beingWorkedOut === 0, { timeout: 60_000 });
  }, 90_000);

  test('comes behind it, a hundred at a time, as many as were counted and nobody twice', async () => {
    const first = (await problems()).problems.find(({ problem }) => problem === 'no-birth-date');
    const rows = [...(first?.rows ?? [])];
    expect([rows.length, (first?.many ?? 0) >= 215]).toEqual([100, true]);
    for (let next = first?.next ?? null; next !== null;) {
      const page: Page = await ask(`/clients/problems/no-birth-date?after=${next}`);
      expect(page.rows.length).toBeLessThanOrEqual(100);
      rows.push(...page.rows);
      next = page.next;
    }
    expect([rows.length, new Set(rows.map(({ clientId }) => clientId)).size]).toEqual([first?.many, first?.many]);
  });

  test('pairs of charts too, the strongest likeness first', async () => {
    const { many, pairs, next: second } = (await problems()).duplicates;
    const all = [...pairs];
    for (let next = second; next !== null;) {
      const page: Pairs = await ask(`/clients/duplicate-pairs?one=${next.one}&other=${next.other}`);
      all.push(...page.pairs);
      next = page.next;
    }
    expect(pairs).toHaveLength(100);
    expect(many).toBeGreaterThanOrEqual((16 * 15) / 2);
    expect(all).toHaveLength(many);
    const likenesses = all.map(({ likeness }) => likeness);
    expect(likenesses).toEqual([...likenesses.filter((one) => one === 'likely'), ...likenesses.filter((one) => one === 'possible')]);
    expect(new Set(all.map(({ one, other }) => [one.clientId, other.clientId].toSorted().join(' '))).size).toBe(many);
  });
});
