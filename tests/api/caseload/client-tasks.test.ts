import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { ClientListed } from '#contract/clients-list.ts';
import { dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { needKinds, tierOf, type NeedKind } from '#domain/caseload/order.ts';
import { needingToday } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';
import { loadProgram } from '#mocks/fixtures/load.ts';
import type { Actor } from '#server/access/actor.ts';

let directors: Actor[];
const now = new Date('2026-11-22T17:30:00.000Z');

const world = worldOfFile(now);

beforeAll(async () => {
  const moment = instantOf(now);
  await loadProgram(world.db, { today: dayAt(moment, 'America/Chicago'), now: moment });
  // As a database does by itself a minute after so much was written.
  await sql`analyze`.execute(world.db);
  const rows = await world.db
    .selectFrom('staff')
    .innerJoin('organization', 'organization.id', 'staff.organization_id')
    .select(['staff.id', 'staff.name', 'staff.organization_id'])
    .where('synthetic', '=', true)
    .where('role', '=', 'director')
    .execute();
  directors = rows.map((row) => ({ organizationId: row.organization_id, staffId: row.id, name: row.name, role: 'director' as const }));
});

const onToday = async (who: Actor): Promise<Map<string, NeedKind[]>> => {
  // Whoever has left and is owed something is on Today, and not in the list of those in care.
  const clients = (await needingToday(world, who, 'team')).filter(({ closedOn }) => closedOn === undefined);
  const listable = (row: CaseloadRow) => needKinds.flatMap((kind) => row.needs.filter((need) => need.kind === kind).map(() => kind));
  return new Map(clients.map((row) => [row.clientId, listable(row)]));
};
const onList = async (who: Actor, requested: object): Promise<ClientListed[]> => {
  const answer = await world.as(who).post('/clients/search', { text: '', most: 200, ...requested });
  const { clients, beingWorkedOut } = (await answer.json()) as { clients: ClientListed[]; beingWorkedOut: number };
  // After days without a server more is old than one request works out.
  return beingWorkedOut === 0 ? clients : onList(who, requested);
};

test.each([0, 1, 3, 8, 40])('the tasks of the list are those of Today, after %i days', async (days) => {
  world.clock.now = new Date(now.getTime() + days * 86_400_000);
  let task = 0;
  for (const director of directors) {
    const today = await onToday(director);
    for (const client of await onList(director, {})) {
      const kinds = today.get(client.clientId) ?? [];
      expect([client.name, client.task?.kind ?? null, client.task === null ? 0 : client.task.more + 1]).toEqual([
        client.name,
        kinds[0] ?? null,
        kinds.length,
      ]);
      task += kinds.length;
    }
    for (const kind of needKinds) {
      const listed = (await onList(director, { task: kind })).map(({ clientId }) => clientId);
      const wanted = [...today].filter(([, kinds]) => kinds.includes(kind)).map(([clientId]) => clientId);
      expect([kind, listed.toSorted()]).toEqual([kind, wanted.toSorted()]);
    }
  }
  expect(task).toBeGreaterThan(10);
});

test('sorted by need, the most urgent task comes first', async () => {
  world.clock.now = now;
  for (const director of directors) {
    const tiers = (await onList(director, { sort: 'need' })).map(({ task }) => (task === null ? 99 : tierOf(task.kind)));
    expect(tiers).toEqual(tiers.toSorted((a, b) => a - b));
  }
});
