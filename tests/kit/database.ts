import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';

/** A database of the test's own, cloned from the empty migrated one. */
export async function freshDatabase(): Promise<{ db: Database; drop: () => Promise<void> }> {
  const address = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = poolAt({ ...address, database: 'postgres' }, 1);
  for (let tries = 0; ; tries += 1) {
    try {
      await admin.query(`create database ${name} template template_empty`);
      break;
    } catch (error) {
      // Two clones at once wait for each other's hold on the template.
      if (!(error instanceof Error && 'code' in error && error.code === '55006') || tries > 50) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  const db = databaseOn(poolAt({ ...address, database: name }, 8));
  return {
    db,
    drop: async () => {
      await db.destroy();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

/** How often PostgreSQL ended a transaction of this database because two waited for each other: what is locked in one order never does. */
export async function deadlocksIn(db: Database): Promise<number> {
  const { rows } = await sql<{ deadlocks: number }>`select deadlocks::int from pg_stat_database where datname = current_database()`.execute(
    db,
  );
  return rows[0]?.deadlocks ?? Number.NaN;
}
