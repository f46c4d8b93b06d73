import { sql } from 'kysely';
import type { Logger } from 'pino';
import { instantOf, type Instant } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import { markChanged, recordSystemEvent } from '#server/http/audit-trail.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { deleteEndedSessions } from '#server/identity/sign-in-sessions.store.ts';
import { discardForgottenImports } from './discard-forgotten-imports.ts';
import { drawScreensSoon } from './draw-screens.ts';
import { endMedications } from './end-medications.ts';
import { generateSessionsAhead } from './generate-sessions.ts';
import { workOutTasks } from './work-out-tasks.ts';
import type { Job, JobContext } from './job.ts';
import { pruneChangeMarks } from './prune-change-marks.ts';
import { pruneIdempotencyRecords } from './prune-idempotency-records.ts';
import { renewReadings } from './renew-readings.ts';

const jobs: readonly Job[] = [
  discardForgottenImports,
  generateSessionsAhead,
  drawScreensSoon,
  endMedications,
  pruneIdempotencyRecords,
  pruneChangeMarks,
  renewReadings,
  workOutTasks,
];

/** Runs every job for every organization, each part in a transaction of its own. What goes wrong is logged, and tried again an hour later. */
export async function runJobs(db: Database, now: Instant, log: Pick<Logger, 'error'>): Promise<void> {
  const organizations = await db.selectFrom('organization').select(['id', 'time_zone']).orderBy('id').execute();
  for (const { id: organizationId, time_zone: zone } of organizations) {
    const inside = <T>(work: (context: JobContext) => Promise<T>) =>
      withTenant(db, organizationId, now, (tenantDb) => work({ db: tenantDb, organizationId, now, zone }));
    for (const job of jobs) {
      try {
        for (const part of await inside(job.parts)) await inside((context) => runPart(job, context, part));
      } catch (error) {
        log.error({ job: job.name, error: error instanceof Error ? error.message : 'unknown' }, 'a job was not done');
      }
    }
  }
  await auditMonthsAhead(db, now);
  await deleteEndedSessions(db, now);
}

/** This month's partition of the audit and those of the next two: what has none lands in the default one, which can't be archived by month. */
const auditMonthsAhead = (db: Database, now: Instant) =>
  // Two servers that see to it at once would both make the same table: the second waits, and finds it made.
  sql`with turn as materialized (select pg_advisory_xact_lock(hashtextextended('cairn/audit-months', 0)))
    select create_audit_partitions(${now.slice(0, 10)}, 3) from turn`.execute(db);

async function runPart(job: Job, context: JobContext, part: string): Promise<void> {
  const { db, organizationId } = context;
  const nouns = await job.run(context, part);
  if (nouns.length === 0) return;
  await recordSystemEvent(db, { organizationId, action: job.name, by: null, changed: null });
  await markChanged(db, organizationId, nouns);
}

const hour = 3_600_000;

/** Runs the jobs now and every hour. `stop` waits for what is under way. The timer alone never keeps the process alive. */
export function startJobs(db: Database, clock: Clock, log: Pick<Logger, 'error'>): { readonly stop: () => Promise<void> } {
  let underWay: Promise<void> | null = null;
  const run = (): void => {
    underWay ??= runJobs(db, instantOf(clock()), log)
      .catch((error: unknown) => log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'the hourly jobs were not done'))
      .finally(() => (underWay = null));
  };
  run();
  const timer = setInterval(run, hour);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
