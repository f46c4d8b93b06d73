import { sql } from 'kysely';
import { dayAt, instantOf, type Instant } from '#domain/calendar/calendar.ts';
import { notSnoozed } from '#domain/caseload/snooze.ts';
import { clientRecordsOf } from '#server/caseload/client-facts.rows.ts';
import { goodNewsIn, needsIn } from '#server/caseload/client-needs.ts';
import { factsAt, type ClientRecords } from '#server/caseload/facts-at.ts';
import { snoozesOf } from '#server/caseload/snoozes.rows.ts';
import type { Database } from '#server/database/pool.ts';
import { clientsInEpisodes } from '#server/episodes/clients-in-episodes.rows.ts';
import { basisOf } from '#server/projections/recompute.ts';
import { inside, type World } from './world.ts';

export type Stored = Readonly<Record<string, readonly string[]>>;

/** What is stored of each client for a moment. */
export async function storedAt(world: World, moment: Instant): Promise<Stored> {
  const { rows } = await sql<{ client_id: string; what: string }>`
    select client_id, concat_ws('|', kind, tier, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), snoozed) as what from client_task
      where organization_id = ${world.organizationId} and from_at <= ${moment} and until_at > ${moment}
    union all select client_id, kind from client_good_news where organization_id = ${world.organizationId} and from_at <= ${moment} and until_at > ${moment}
    order by 1, 2`.execute(world.db);
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ client_id }) => client_id)].map(([id, own]) => [id, own.map(({ what }) => what).toSorted()]),
  );
}

/** The clients whose stored answers reach to a moment. */
export async function knownAt(world: World, moment: Instant): Promise<ReadonlySet<string>> {
  const rows = await world.db
    .selectFrom('client_projection')
    .select('client_id')
    .where('organization_id', '=', world.organizationId)
    .where('until_at', '>', moment)
    .execute();
  return new Set(rows.map(({ client_id }) => client_id));
}

type Basis = Awaited<ReturnType<typeof basisOf>>;
export type Ruled = {
  readonly own: ClientRecords;
  readonly basis: Basis;
  readonly kinds: readonly string[];
  readonly goodNews: boolean;
  readonly putOff: boolean;
};

/** Everybody's episode that is open, or the last one that closed. */
const latestEpisodes = (db: Database) =>
  clientsInEpisodes(db)
    .where('client.superseded_by', 'is', null)
    .where(
      sql<boolean>`episode.id = (select id from episode latest where latest.client_id = client.id order by closed_on is null desc, opened_on desc, id desc limit 1)`,
    )
    .execute();

/** What the rules say of each client at a moment, from their records. `seen` is shown each of them. */
export async function ruledAt(world: World, moment: Instant, seen: (ruled: Ruled) => void = () => undefined): Promise<Stored> {
  return inside(world, async (db) => {
    const basis = await basisOf(db, instantOf(world.clock.now));
    const { settings, open, zone } = basis;
    const clients = await latestEpisodes(db);
    const records = await clientRecordsOf(
      clients.map((client) => ({ ...client, called: client.first_name })),
      { db, zone },
    );
    const snoozes = await snoozesOf(db, [...records.keys()]);
    return Object.fromEntries(
      [...records].flatMap(([id, own]) => {
        const facts = factsAt(own, { now: moment, settings });
        const needs = needsIn(facts, { now: moment, settings, open });
        const shown = notSnoozed(needs, snoozes.get(id) ?? [], dayAt(moment, own.zone));
        const tasks = needs.map((need) =>
          [need.kind, need.tier, need.dueAt, shown.includes(need) ? 'f' : 't'].filter((part) => part !== null).join('|'),
        );
        const news = new Set(goodNewsIn(facts, { now: moment, settings }).map(({ kind }) => kind));
        seen({ own, basis, kinds: needs.map(({ kind }) => kind), goodNews: news.size > 0, putOff: shown.length < needs.length });
        const all = [...tasks, ...news].toSorted();
        return all.length === 0 ? [] : [[id, all]];
      }),
    );
  });
}
