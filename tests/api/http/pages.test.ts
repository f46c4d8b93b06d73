import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();
const many = 230;

type Page = Readonly<Record<string, unknown>> & { readonly next: string | null };

/** The rows of every page, each page asked for behind the one before; none is longer than a hundred. */
async function everyRow(address: string, rowsIn: (page: Page) => readonly unknown[]): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let after = ''; ;) {
    const response = await world.as('director').get(`${address}${after}`);
    expect([address, response.status]).toEqual([address, 200]);
    const page = (await response.json()) as Page;
    expect(rowsIn(page).length).toBeLessThanOrEqual(100);
    all.push(...rowsIn(page));
    if (page.next === null) return all;
    expect(all.length).toBeLessThan(many * 2);
    after = `${address.includes('?') ? '&' : '?'}after=${page.next}`;
  }
}

const answerOf = async (path: string) => (await (await world.as('director').get(path)).json()) as Readonly<Record<string, unknown>>;
const listed = (name: string) => (page: Page) => page[name] as readonly { readonly id?: string; readonly clientId?: string }[];
const ids = (rows: readonly unknown[]) => rows.map((row) => Reflect.get(row as object, 'id') ?? Reflect.get(row as object, 'clientId'));

beforeAll(async () => {
  const own = world.organizationId;
  await sql`insert into closure (organization_id, from_on, to_on, kind, label) select ${own}, date '2020-01-01' + n / 2, date '2020-01-02' + n / 2, 'holiday', 'Day ' || n
    from generate_series(1, ${many}::integer) n`.execute(world.db);
  await sql`insert into care_group (organization_id, program_id, site_id, name, weekdays, ended_on)
    select ${own}, ${world.programId}, ${world.siteId}, 'Ended ' || n, '{2}', date '2021-01-01' + n / 3 from generate_series(1, ${many}::integer) n`.execute(
    world.db,
  );
  await sql`insert into coverage (organization_id, away_id, covered_by, from_on, to_on, made_by)
    select ${own}, ${world.staff.therapist.staffId}, ${world.staff.director.staffId}, date '2020-01-01' + 2 * n, date '2020-01-01' + 2 * n, ${world.staff.director.staffId}
    from generate_series(1, ${many}::integer) n`.execute(world.db);
  await sql`insert into import_batch (organization_id, file_name, state, header, columns_seen, rows, opened_by, opened_at)
    select ${own}, 'file-' || n, 'in', '{}', '[]', 0, ${world.staff.director.staffId}, timestamptz '2026-01-01' + (n / 4) * interval '1 hour' from generate_series(1, ${many}::integer) n`.execute(
    world.db,
  );
  for (let made = 0; made < 120; made += 1) await aClient(world, { lastName: `Same ${made % 7}` });
}, 120_000);

test.each([
  ['/closures/past', 'closures', many],
  ['/groups/ended', 'groups', many],
  ['/coverage/past', 'rows', many],
  ['/imports', 'imports', many],
])('%s goes on by pages to its end, each row of %s once', async (path, name, count) => {
  const rows = await everyRow(path, listed(name));
  expect([rows.length, new Set(ids(rows)).size]).toEqual([count, count]);
});

test('what stands beside a list counts what its pages hold', async () => {
  expect(await answerOf('/closures')).toMatchObject({ closures: [], past: many });
  expect(await answerOf('/groups')).toMatchObject({ groups: [], ended: many });
  expect(await answerOf('/coverage')).toMatchObject({
    rows: [],
    past: many,
    caseloads: [{ therapist: { id: world.staff.therapist.staffId }, clients: 120 }],
  });
});

test('a caseload goes on by pages in the order of names, and its events name those of each page alone', async () => {
  const rows = await everyRow(`/coverage/clients?therapist=${world.staff.therapist.staffId}`, listed('clients'));
  const { rows: stored } = await sql<{ id: string }>`select id from client order by sort_name, id`.execute(world.db);
  expect(ids(rows)).toEqual(stored.map(({ id }) => id));
  const events = await world.db
    .selectFrom('audit_event')
    .select('client_ids')
    .where('action', '=', 'coverage.clients')
    .orderBy('seq')
    .execute();
  expect(events.map(({ client_ids }) => client_ids.length)).toEqual([100, 20]);
});
