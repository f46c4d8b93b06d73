import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays, addHours, dayAt, instantOf } from '#domain/calendar/calendar.ts';
import type { Installation } from '#kit/processes.ts';
import { aLog, aRow } from '#kit/sessions.ts';
import { demoDatabase } from '#mocks/fixtures/demo.ts';
import { localPostgres } from '#server/database/local-postgres.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';

/** A log that will be sent: six cups of a session, half of them with a line that needs an answer. */
export type Batch = { readonly sessionId: string; readonly key: string; readonly body: unknown };

const cups = 6;
export const tech = 'k.lin@cairn.demo';

/** Opens the installation's own database beside its server, and closes it again. */
export async function beside<T>({ folder }: Installation, work: (db: Database) => Promise<T>): Promise<T> {
  const { address } = await localPostgres({ folder: join(folder, 'postgres'), log: () => undefined });
  const db = databaseOn(poolAt(address(demoDatabase(new Date())), 2));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Sessions of yesterday with people of their own, so that no log meets another. */
export async function batchesOf(db: Database, count: number): Promise<readonly Batch[]> {
  const booking = await db
    .selectFrom('staff')
    .innerJoin('sign_in_user', 'sign_in_user.id', 'staff.user_id')
    .innerJoin('staff_program', 'staff_program.staff_id', 'staff.id')
    .innerJoin('panel_lot', 'panel_lot.organization_id', 'staff.organization_id')
    .select(['staff.organization_id', 'staff_program.program_id', 'panel_lot.panel_id', 'panel_lot.lot'])
    .where('sign_in_user.email', '=', tech)
    .executeTakeFirstOrThrow();
  const { organization_id, program_id, panel_id, lot } = booking;
  const now = instantOf(new Date());
  const on = addDays(dayAt(now, 'America/Chicago'), -1);
  const sessions = Array.from({ length: count }, () => ({ id: randomUUID(), clients: Array.from({ length: cups }, () => randomUUID()) }));
  const clients = sessions.flatMap((session) => session.clients);
  await db.transaction().execute(async (inside) => {
    await inside
      .insertInto('session')
      .values(
        sessions.map(({ id }) => ({
          id,
          organization_id,
          program_id,
          site_id: null,
          group_id: null,
          leader_id: null,
          outside_key: null,
          service: 'group',
          title: 'Crash',
          session_on: on,
          starts_at: addHours(now, -30),
          ends_at: addHours(now, -27),
          cancelled_because: null,
        })),
      )
      .execute();
    await sql`insert into client (organization_id, id, chart_number, first_name, last_name)
      select ${organization_id}, id, left('K' || id, 40), 'Some', 'Body' from unnest(${clients}::uuid[]) id`.execute(inside);
    await sql`insert into episode (organization_id, client_id, program_id, opened_on)
      select ${organization_id}, id, ${program_id}, ${addDays(on, -60)} from unnest(${clients}::uuid[]) id`.execute(inside);
  });
  return sessions.map((session) => {
    const rows = session.clients.map((client, position) => aRow(client, null, { walkIn: true, noLine: position % 2 === 0 ? ['COC'] : [] }));
    return { sessionId: session.id, key: randomUUID(), body: aLog(panel_id, rows, { lot }) };
  });
}

/** How much of a batch is in the database: all of it and of what follows from it, nothing, or something between. */
export async function heldOf(db: Database, batches: readonly Batch[]): Promise<ReadonlyMap<string, 'whole' | 'none' | 'half'>> {
  const { rows } = await sql<{ session_id: string; counts: number[] }>`
    select session_id, array[count(distinct s.id), count(distinct s.batch_id), count(distinct r.screen_id), count(distinct (a.screen_id, a.analyte)), count(distinct j.screen_id)]::int[] as counts
    from screen s left join screen_reading r on r.screen_id = s.id left join analyte_result a on a.screen_id = s.id
      left join adjustment_result j on j.screen_id = s.id
    where session_id = any(${batches.map(({ sessionId }) => sessionId)}::uuid[]) group by session_id`.execute(db);
  const answered = await db
    .selectFrom('idempotency_record')
    .select('key')
    .where(
      'key',
      'in',
      batches.map(({ key }) => key),
    )
    .execute();
  const counts = new Map(rows.map((row) => [row.session_id, row.counts.join()]));
  const answers = new Set(answered.map(({ key }) => key));
  const whole = [cups, 1, cups, cups * 12, cups / 2].join();
  return new Map(
    batches.map(({ sessionId, key }) => {
      const found = counts.get(sessionId);
      if (found === undefined && !answers.has(key)) return [sessionId, 'none'];
      return [sessionId, found === whole && answers.has(key) ? 'whole' : 'half'];
    }),
  );
}
