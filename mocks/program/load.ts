import { sql } from 'kysely';
import { afterManyRows, readyForManyRows } from '#server/database/many-rows.ts';
import { withTenant } from '#server/request.ts';
import type { Database } from '#server/database/pool.ts';
import type { Day, Instant, Zone } from '#domain/calendar.ts';
import { chaptersUntil, type ProgramEvents } from './program.ts';
import { filledTables, type FilledTable } from './rows.ts';
import { signIns, type SignIn } from './staff.ts';

// Whoever looks at the demonstration in the morning sees the evening's log too.
const openAllDay = { screening: { opensMinutesBefore: 1440 } };

type Loading = {
  readonly today: Day;
  readonly now: Instant;
  readonly zone?: Zone;
  /** Makes the sign-in of one person and answers with its user's id; where there is none, nobody can sign in. */
  readonly createSignIn?: (who: Pick<SignIn, 'email' | 'name' | 'role'>) => Promise<string>;
};

/** Writes the synthetic program into an empty database, one transaction an organization. Where it is already there, nothing is changed. */
export async function loadProgram(db: Database, { today, now, zone, createSignIn }: Loading): Promise<{ readonly signIns: readonly SignIn[] }> {
  for (const chapter of chaptersUntil(today, zone, now)) {
    const { programFixture } = chapter;
    const made = {
      id: programFixture.id,
      name: programFixture.name,
      time_zone: programFixture.zone,
      synthetic: true,
      settings: JSON.stringify({ ...openAllDay, ...programFixture.settings }),
    };
    await db
      .insertInto('organization')
      .values(made)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const filled = await db.selectFrom('staff').select('id').where('organization_id', '=', programFixture.id).limit(1).execute();
    if (filled.length > 0) continue;
    const users = new Map<string, string>();
    for (const { email, name, role, staffKey } of signIns.filter((one) => one.programFixture === programFixture.key)) {
      if (createSignIn !== undefined) users.set(staffKey, await createSignIn({ email, name, role }));
    }
    // Told before the transaction begins, so that it doesn't idle.
    const events = chapter.tell();
    await withTenant(db, programFixture.id, now, async (tenantDb) => {
      await readyForManyRows(tenantDb);
      await writeEvents(tenantDb, events, users);
    });
    await afterManyRows(db);
  }
  return { signIns };
}

async function writeEvents(db: Database, { programFixture, rows, closedConcerns }: ProgramEvents, users: ReadonlyMap<string, string>): Promise<void> {
  const userOf = new Map(programFixture.staff.map(({ id, key }) => [id, users.get(key) ?? null]));
  for (const table of filledTables) {
    const written = table === 'staff' ? rows.staff.map((row) => ({ ...row, user_id: userOf.get(row.id ?? '') ?? null })) : rows[table];
    await writeRows(db, table, written);
  }
  for (const { episodeId, on } of closedConcerns) {
    await db
      .updateTable('episode')
      .set({ closed_on: on, closed_because: 'ended-by-program' })
      .where('organization_id', '=', programFixture.id)
      .where('id', '=', episodeId)
      .execute();
  }
}

const chunk = 4_000;

/** One statement takes thousands of rows as JSON: PostgreSQL gives each column its own type. */
async function writeRows(db: Database, table: FilledTable, rows: readonly object[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const named = sql.join(columns.map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += chunk) {
    const part = JSON.stringify(rows.slice(from, from + chunk));
    await sql`insert into ${sql.table(table)} (${named}) select ${named} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(
      db,
    );
  }
}
