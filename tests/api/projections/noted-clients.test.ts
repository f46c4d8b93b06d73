import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { clientRecordsOf } from '#server/caseload/client-facts.rows.ts';
import { snoozesOf } from '#server/caseload/snoozes.rows.ts';
import { clientsInEpisodes } from '#server/episodes/clients-in-episodes.rows.ts';
import { staleClients } from '#server/projections/stale-clients.rows.ts';

const world = worldOfFile();

/** Tables that the rules of Today read and whose changes note no client, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  analyte_result: 'written with its screen, whose row notes the client',
  closure: 'takes its day’s hours from what was offered to everybody there: the basis is raised',
  organization: 'its settings and zone make everybody’s answers old: the basis is raised',
  panel: 'names the analytes in order; no task depends on it',
  projection_basis: 'what the answers are held against',
  site: 'its zone makes everybody’s answers old: the basis is raised',
  staff: 'names alone; nobody’s name is stored',
  unknown_code: 'written with its screen, and answered with the findings of its screens, whose rows note the client',
};

test('a change to any table that Today’s rules read notes the clients whose answers it makes old', async () => {
  const { clientId } = await aClient(world);
  const read = new Set<string>();
  await inside(world, async (db) => {
    const watched = db.withPlugin({
      transformQuery: ({ node }) => {
        for (const table of tablesIn(node)) read.add(table);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const clients = await clientsInEpisodes(watched).execute();
    await clientRecordsOf(
      clients.map((client) => ({ ...client, called: 'Jordan' })),
      { db: watched, zone: 'America/Chicago' },
    );
    await snoozesOf(watched, [clientId]);
  });
  const { rows } = await sql<{
    name: string;
  }>`select distinct tgrelid::regclass::text as name from pg_trigger where tgname like 'note_clients_on_%'`.execute(world.db);
  const noting = new Set(rows.map(({ name }) => name));
  expect(read.size).toBeGreaterThan(20);
  expect([...read].filter((table) => !noting.has(table) && !(table in exceptions)).toSorted()).toEqual([]);
  expect(Object.keys(exceptions).filter((table) => noting.has(table))).toEqual([]);
});

/** The names of tables anywhere in a statement, those that are spelled as text included. */
function tablesIn(node: unknown): readonly string[] {
  const names: string[] = [];
  JSON.stringify(node, (key, value: unknown) => {
    if (key === 'sqlFragments' && Array.isArray(value))
      for (const text of value as string[]) for (const [, name] of text.matchAll(/\b(?:from|join)\s+([a-z_]+)/g)) names.push(name ?? '');
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'SchemableIdentifierNode' && 'identifier' in value)
      names.push((value.identifier as { name: string }).name);
    return value;
  });
  return names.filter((name) => known.has(name));
}

const known = new Set<string>();
beforeAll(async () => {
  const { rows } = await sql<{
    name: string;
  }>`select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`.execute(world.db);
  for (const { name } of rows) known.add(name);
});

test('a write outside of any request leaves its client to be worked out, and a request brings it up to date before it answers', async () => {
  const { clientId } = await aClient(world, { lastName: 'Late' });
  const now = instantOf(world.clock.now);
  const stale = () => inside(world, (db) => staleClients(db, { now, until: now }, 10));
  expect(await stale()).toContain(clientId);
  await sql`insert into safety_concern (organization_id, client_id, opened_at, trigger) values (${world.organizationId}, ${clientId}, ${now}, 'concern')`.execute(
    world.db,
  );
  const answer = await world.as('therapist').post('/clients/search', { text: '', task: 'safety' });
  expect(await answer.json()).toMatchObject({ beingWorkedOut: 0, clients: [{ clientId, task: { kind: 'safety' } }] });
  expect(await stale()).toEqual([]);
});

test('a read after the days that were worked out doesn’t trust them', async () => {
  const { clientId } = await aClient(world, { lastName: 'Later', openedOn: day('2026-11-01') });
  await world.as('therapist').post('/clients/search', { text: 'Later' });
  const later = new Date(world.clock.now.getTime() + 9 * 86_400_000);
  const then = instantOf(later);
  expect(await inside(world, (db) => staleClients(db, { now: then, until: then }, 10))).toContain(clientId);
});
