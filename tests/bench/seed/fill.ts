import { sql } from 'kysely';
import pg from 'pg';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';
import { recomputeAll } from '#server/projections/recompute-stale.ts';
import { addPeople, type Population } from './people.ts';
import { addScreens } from './screens.ts';
import { addSessions } from './sessions.ts';

/** A caseload of sixty people more, all of whom somebody has to call. */
export const caseload: Population = {
  name: 'Row ',
  people: 60,
  groups: 1,
  daysBack: { from: 120, to: 60 },
  therapist: 'R. Ortiz',
  missing: true,
};

/** Ten thousand people over a year: half a million places in sessions, a quarter of a million screens. */
export const thousands: Population = {
  name: 'Bench ',
  people: 10_000,
  groups: 200,
  daysBack: { from: 380, to: 10 },
  therapist: null,
  missing: false,
};

/** Those who came in the eight years before, with their attendance alone. */
export const history: Population = {
  name: 'Past ',
  people: 88_000,
  groups: 200,
  daysBack: { from: 3_300, to: 400 },
  therapist: null,
  missing: false,
};

/** Adds crowds to the demonstration, and answers how many rows of each kind there are then. */
export async function fill(address: pg.PoolConfig, crowds: readonly Population[]): Promise<Readonly<Record<string, number>>> {
  // A connection without the server's patience: a statement that writes millions of rows may take its time.
  const db = databaseOn(new pg.Pool({ ...address, max: 1, options: '-c jit=off' }));
  const { id } = await db.selectFrom('organization').select('id').where('name', 'like', 'Cairn%').executeTakeFirstOrThrow();
  // The rows are made to agree with one another; looking each of millions up again would take as long as all the rest.
  await sql`set session_replication_role = replica`.execute(db);
  for (const population of crowds) {
    await addPeople(db, id, population);
    await addSessions(db, id, population);
    if (population !== history) await addScreens(db, id);
  }
  await sql`set session_replication_role = origin`.execute(db);
  await sql`vacuum analyze`.execute(db);
  const seconds = await secondsToRebuild(address, id);
  await sql`vacuum analyze`.execute(db);
  const counts = await countsOf(db);
  await db.destroy();
  return { ...counts, 'seconds in which what is stored of everybody was worked out': seconds };
}

/** Rows that were written past the triggers have no stored answers yet: they are worked out as the command does it. */
async function secondsToRebuild(address: pg.PoolConfig, organizationId: string): Promise<number> {
  const db = databaseOn(poolAt(address, 2));
  const started = performance.now();
  await recomputeAll({ db, clock: () => new Date() }, organizationId);
  await db.destroy();
  return (performance.now() - started) / 1_000;
}

async function countsOf(db: Database): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<
    Record<string, number>
  >`select (select count(*) from client) as clients, (select count(*) from attendance) as attendances,
    (select count(*) from screen) as screens, (select count(*) from analyte_result) as results`.execute(db);
  return rows[0] ?? {};
}
