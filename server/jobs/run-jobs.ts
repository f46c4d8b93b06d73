import { sql } from 'kysely';
import type { Logger } from 'pino';
import { instantOf, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { importsForgotten } from './discard-forgotten-imports.ts';
import { medicationsEnded } from './end-medications.ts';
import { screensDrawn } from './draw-screens.ts';
import { sessionsAhead } from './generate-sessions.ts';

/** What is done for one organization, inside its wall. */
export type JobContext = { readonly db: Database; readonly organizationId: string; readonly now: Instant; readonly zone: Zone };

/** Something that must be true of every organization as time goes by. Doing it again, or twice at once, changes nothing more. */
export type Job = {
  readonly name: string;
  /** Parts that are done in a transaction each, such as one for each group. */
  readonly parts: (context: JobContext) => Promise<readonly string[]>;
  /** Answers whether anything was changed, and of which nouns. */
  readonly keep: (context: JobContext, part: string) => Promise<readonly string[]>;
};

const jobs: readonly Job[] = [importsForgotten, sessionsAhead, screensDrawn, medicationsEnded];

/** Does every duty for every organization, each part in a transaction of its own. What goes wrong is logged, and tried again an hour later. */
export async function runJobs(db: Database, now: Instant, log: Pick<Logger, 'error'>): Promise<void> {
  const organizations = await db.selectFrom('organization').select(['id', 'time_zone']).orderBy('id').execute();
  for (const { id: organizationId, time_zone: zone } of organizations) {
    const inside = <T>(work: (context: JobContext) => Promise<T>) =>
      withTenant(db, organizationId, now, (tenantDb) => work({ db: tenantDb, organizationId, now, zone }));
    for (const job of jobs) {
      try {
        for (const part of await inside(job.parts)) await inside((context) => kept(job, context, part));
      } catch (error) {
        log.error({ job: job.name, error: error instanceof Error ? error.message : 'unknown' }, 'a job was not done');
      }
    }
  }
  await auditMonthsAhead(db, now);
}

/** This month's partition of the audit and those of the next two: what has none lands in the default one, which can't be archived by month. */
const auditMonthsAhead = (db: Database, now: Instant) => sql`select create_audit_partitions(${now.slice(0, 10)}, 3)`.execute(db);

async function kept(job: Job, context: JobContext, part: string): Promise<void> {
  const { db, organizationId: organization_id } = context;
  const nouns = await job.keep(context, part);
  if (nouns.length === 0) return;
  await db
    .insertInto('audit_event')
    .values({ organization_id, staff_id: null, role: null, action: job.name, kind: 'system', request_id: '-' })
    .execute();
  await db
    .insertInto('change_mark')
    .values(nouns.map((noun) => ({ organization_id, noun })))
    .execute();
}

const hour = 3_600_000;

/** Keeps up now and every hour. `stop` waits for what is under way. The timer alone never keeps the process alive. */
export function startJobs(db: Database, clock: () => Date, log: Pick<Logger, 'error'>): { readonly stop: () => Promise<void> } {
  let underWay: Promise<void> | null = null;
  const run = (): void => {
    underWay ??= runJobs(db, instantOf(clock()), log)
      .catch((error: unknown) => log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'the hourly upkeep was not done'))
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
