import { sql } from 'kysely';
import type { Database } from './pool.ts';

/**
 * Readies a transaction for thousands of rows. What PostgreSQL looks up for each of them was planned while the tables were small, where reading
 * them whole was quickest; those plans are forgotten, and the next ones go by index. No request waits for it, so its statements may take their time.
 */
export async function readyForManyRows(transaction: Database): Promise<void> {
  await sql`discard plans`.execute(transaction);
  await sql`set local enable_seqscan = off`.execute(transaction);
  await sql`set local statement_timeout = 0`.execute(transaction);
}

/** Looks anew at what the tables hold, so that the next statements are planned for it. Run after many rows came, outside their transaction. */
export async function afterManyRows(db: Database): Promise<void> {
  // PostgreSQL looks by itself within minutes, so nothing is lost where it has no time now.
  await sql`analyze`.execute(db).catch(() => undefined);
}
