import { sql } from 'kysely';
import { day, dayAt, momentOf, type Instant } from '#domain/calendar/calendar.ts';
import { outlookFrom } from '#domain/caseload/turning-points.ts';
import { weeksOfStay, type Stay } from '#domain/cohort/weeks.ts';
import { settingsFrom } from '#domain/programs/settings.ts';
import { clientRecordsOf } from '#server/caseload/client-facts.rows.ts';
import { outlookOf } from '#server/caseload/client-outlook.ts';
import { storeOutlooks } from '#server/caseload/client-tasks.projection.ts';
import type { ClientRecords } from '#server/caseload/facts-at.ts';
import { isOnCaseload } from '#server/caseload/on-caseload.rows.ts';
import { snoozesOf } from '#server/caseload/snoozes.rows.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import { calledName } from '#server/clients/client-names.ts';
import { storePossibleDuplicates } from '#server/clients/possible-duplicates.projection.ts';
import { storeWeeks } from '#server/cohort/client-weeks.projection.ts';
import { staysOf } from '#server/cohort/stays.rows.ts';
import type { Database } from '#server/database/pool.ts';
import { clientsInEpisodes } from '#server/episodes/clients-in-episodes.rows.ts';
import { closedForAll, openDaysFrom } from '#server/scheduling/closures.rows.ts';
import { keepSpans } from './client-projections.store.ts';
import { identitiesNoted, notedHere } from './noted-clients.rows.ts';

/** Few enough that one statement about all of them stays far from the limit of time. */
const chunk = 100;

/** More than a request may be kept waiting for: what is above it is worked out afterwards, and lists say so until then. */
const mostInARequest = 200;

/** Works out anew what is stored of the clients that this transaction changed something of; of an import's, those that can't wait for its end. */
export async function recomputeNoted(db: Database, now: Instant, which: 'all' | 'urgent'): Promise<void> {
  const noted = await notedHere(db, which, mostInARequest);
  await recompute(db, noted, now);
}

/** Works out anew what is stored of these clients, from what is written now. They are locked first, so that nobody writes meanwhile. */
export async function recompute(db: Database, clientIds: readonly string[], now: Instant): Promise<void> {
  const sorted = [...new Set(clientIds)].toSorted();
  if (sorted.length === 0) return;
  await lockAnyClients(db, sorted);
  const basis = await basisOf(db, now);
  for (let from = 0; from < sorted.length; from += chunk) await recomputeSome(db, sorted.slice(from, from + chunk), basis, now);
}

async function recomputeSome(
  db: Database,
  ids: readonly string[],
  basis: Awaited<ReturnType<typeof basisOf>>,
  now: Instant,
): Promise<void> {
  const { settings, open, zone } = basis;
  const episodes = await clientsInEpisodes(db)
    .select(isOnCaseload.as('listed'))
    .where('client.superseded_by', 'is', null)
    .where((eb) => eb('client.id', '=', sql<string>`any(${ids}::uuid[])`))
    .execute();
  const inCare = episodes.filter(({ closed_on }) => closed_on === null);
  const records = await clientRecordsOf(
    episodes.filter(({ listed }) => listed).map((client) => ({ ...client, called: calledName(client) })),
    { db, zone },
  );
  const snoozes = await snoozesOf(db, ids);
  const outlooks = new Map([...records].map(([id, own]) => [id, outlookOf(own, snoozes.get(id) ?? [], { now, settings, open })] as const));
  await storeOutlooks(db, basis.organizationId, ids, outlooks);
  const past = await staysOf(
    db,
    zone,
    episodes.filter(({ closed_on }) => closed_on !== null),
  );
  const stays = [...past, ...inCare.flatMap((episode) => stayIn(episode, records.get(episode.client_id)))];
  await storeWeeks(db, basis.organizationId, ids, new Map(stays.map((stay) => [stay.id, weeksOfStay(stay, now)])));
  await compareCharts(db, basis.organizationId, await identitiesNoted(db, ids));
  const { from } = outlookFrom(dayAt(now, zone), zone);
  await keepSpans(db, basis, ids, new Map([...past.map(({ clientId }) => [clientId, { from, until: always }] as const), ...outlooks]));
}

/** Nothing changes of itself for somebody who is no longer in care. */
const always = momentOf(day('9999-01-01'), '00:00', 'UTC');

/** The stay that somebody is in, from what was read of them already. */
const stayIn = (
  episode: { readonly episode_id: string; readonly client_id: string },
  records: ClientRecords | undefined,
): readonly Stay[] => (records === undefined ? [] : [{ ...records, id: episode.episode_id, clientId: episode.client_id }]);

/** Two who write down one person at the same time don't see each other's chart: they take turns here, and the second sees the first's. */
async function compareCharts(db: Database, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.selectFrom('projection_basis').select('version').where('organization_id', '=', organizationId).forNoKeyUpdate().execute();
  await storePossibleDuplicates(db, organizationId, ids);
}

/** What the rules of every client read besides their records. */
export async function basisOf(db: Database, now: Instant) {
  const own = await db
    .selectFrom('organization')
    .innerJoin('projection_basis as basis', 'basis.organization_id', 'organization.id')
    .select(['organization.id', 'time_zone', 'settings', 'basis.version', closedForAll(now).as('closed')])
    .executeTakeFirstOrThrow();
  const settings = settingsFrom(own.settings);
  return {
    organizationId: own.id,
    basisVersion: own.version,
    zone: own.time_zone,
    settings,
    open: openDaysFrom(settings, own.closed),
  };
}
