import { sql } from 'kysely';
import { instantOf, type Instant } from '#domain/calendar/calendar.ts';
import { settingsFrom } from '#domain/programs/settings.ts';
import type { Clock } from '#server/clock.ts';
import { closedForAll, openDaysFrom } from '#server/scheduling/closures.rows.ts';
import { appRole } from '#server/database/roles.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Afterwards, Context } from './endpoint-handler.ts';
import { recordFor } from './audit-trail.ts';
import { reach } from '#server/database/failpoints.ts';

type Requested = {
  readonly action: string;
  readonly id: string;
  readonly write: boolean;
  readonly version: number | null;
  readonly silent: boolean;
  readonly file: Uint8Array | null;
  readonly afterwards: (work: Afterwards) => void;
};

/**
 * Runs work in one transaction under the app role, with the organization's rows alone in sight, at a moment that its rules in SQL read as well.
 * A reader sees one state of the database, however many statements it takes.
 */
export function withTenant<T>(
  db: Database,
  organizationId: string,
  now: Instant,
  work: (db: Database) => Promise<T>,
  reading = false,
): Promise<T> {
  const transaction = reading ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return transaction.execute(async (transaction) => {
    await sql`select set_config('role', ${appRole}, true), set_config('cairn.organization', ${organizationId}, true),
      set_config('cairn.moment', ${now}, true)`.execute(transaction);
    reach('after-begin');
    const made = await work(transaction);
    reach('before-commit');
    return made;
  });
}

/** The context of one request, and the transaction that it lives in. The request's event is part of it. */
export function inRequest<T>(
  db: Database,
  actor: Actor,
  requested: Requested,
  clock: Clock,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const now = instantOf(clock());
  return withTenant(
    db,
    actor.organizationId,
    now,
    async (transaction) => {
      const context = await contextOf(transaction, actor, requested, now);
      const answer = await work(context);
      if (!requested.silent) await context.record.close();
      return answer;
    },
    !requested.write,
  );
}

async function contextOf(db: Database, actor: Actor, requested: Requested, now: Instant): Promise<Context> {
  const organization = await db
    .selectFrom('organization')
    .select(['time_zone', 'settings', coveredOn(actor, now).as('covering'), closedForAll(now).as('closed')])
    .executeTakeFirstOrThrow();
  const settings = settingsFrom(organization.settings);
  return {
    db,
    actor: organization.covering === null ? actor : { ...actor, covering: organization.covering },
    now,
    zone: organization.time_zone,
    settings,
    open: openDaysFrom(settings, organization.closed),
    version: requested.version,
    file: requested.file,
    afterwards: requested.afterwards,
    record: recordFor(db, actor, requested),
  };
}

/** Who is away on the clinic's day of this moment and covered by this person; null where nobody is. One look at an index, for every request. */
const coveredOn = (actor: Actor, now: Instant) =>
  sql<string[] | null>`(select json_agg(away_id) from coverage
    where organization_id = organization.id and covered_by = ${actor.staffId} and cancelled_at is null
      and (${now}::timestamptz at time zone organization.time_zone)::date between from_on and to_on)`;
