import { sql } from 'kysely';
import { instantOf, type Instant } from '#domain/calendar/calendar.ts';
import { settingsFrom } from '#domain/programs/settings.ts';
import type { Clock } from '#server/clock.ts';
import { closedForAll, openDaysFrom } from '#server/scheduling/closures.rows.ts';
import { appRole } from '#server/database/roles.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Afterwards, Context } from './endpoint-handler.ts';
import { recomputeNoted } from '#server/projections/recompute.ts';
import { untilDeadline } from './request-deadline.ts';
import { recordFor } from './audit-trail.ts';
import { reach } from '#server/database/failpoints.ts';

type Requested = {
  readonly action: string;
  readonly id: string;
  readonly write: boolean;
  readonly version: number | null;
  /** How many milliseconds the request may still take. */
  readonly left: () => number;
  readonly silent: boolean;
  readonly renewed: boolean;
  readonly file: Uint8Array | null;
  readonly afterwards: (work: Afterwards) => void;
};

/** A reader sees one state of the database; a writer brings stored answers up to date before it commits; an import leaves them to its end. */
type Mode = 'read' | 'write' | 'import';

/**
 * Runs work in one transaction under the app role, with the organization's rows alone in sight, at a moment that its rules in SQL read as well.
 * Where two wait for each other, PostgreSQL ends one: its work is done once more.
 */
export function withTenant<T>(
  db: Database,
  organizationId: string,
  now: Instant,
  work: (db: Database) => Promise<T>,
  mode: Mode = 'write',
): Promise<T> {
  const once = () => inTransaction(db, organizationId, now, work, mode);
  return once().catch((error: unknown) => {
    if (isDeadlock(error)) return once();
    throw error;
  });
}

const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01';

function inTransaction<T>(db: Database, organizationId: string, now: Instant, work: (db: Database) => Promise<T>, mode: Mode): Promise<T> {
  const transaction = mode === 'read' ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return transaction.execute(async (transaction) => {
    await sql`select set_config('role', ${appRole}, true), set_config('cairn.organization', ${organizationId}, true),
      set_config('cairn.moment', ${now}, true)`.execute(transaction);
    reach('after-begin');
    const made = await work(transaction);
    if (mode !== 'read') await recomputeNoted(transaction, now, mode === 'import' ? 'urgent' : 'all');
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
      const context = await contextOf(untilDeadline(transaction, requested.left), actor, requested, now);
      const answer = await work(context);
      if (!requested.silent) await context.record.close();
      return answer;
    },
    requested.write ? 'write' : 'read',
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
    renewed: requested.renewed,
    record: recordFor(db, actor, requested),
  };
}

/** Who is away on the clinic's day of this moment and covered by this person; null where nobody is. One look at an index, for every request. */
const coveredOn = (actor: Actor, now: Instant) =>
  sql<string[] | null>`(select json_agg(away_id) from coverage
    where organization_id = organization.id and covered_by = ${actor.staffId} and cancelled_at is null
      and (${now}::timestamptz at time zone organization.time_zone)::date between from_on and to_on)`;
