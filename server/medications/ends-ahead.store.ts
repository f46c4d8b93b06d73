import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/**
 * Notes of each medication of a client the last day that is still to come, so that it is looked at when it comes. A day that has come and waits
 * to be looked at waits on, unless the medication goes on after all.
 */
export async function noteEndsAhead(db: Database, clientId: string, today: Day): Promise<void> {
  await sql`update medication set ends_ahead_on = case
      when ended_on > ${today} then ended_on
      when ended_on is not null and ends_ahead_on <= ${today} then ends_ahead_on end
    where client_id = ${clientId} and (ended_on > ${today} or ends_ahead_on is not null)`.execute(db);
}

/** Notes them for everybody: a last day may have come with an import. */
export async function noteAllEndsAhead(db: Database, today: Day): Promise<void> {
  await db
    .updateTable('medication')
    .set((eb) => ({ ends_ahead_on: eb.ref('ended_on') }))
    .where('ended_on', '>', today)
    .where('withdrawn_at', 'is', null)
    .whereRef('ends_ahead_on', 'is distinct from', 'ended_on')
    .execute();
}

/** Takes the notes of last days off medications that were looked at. */
export async function clearEndsAhead(db: Database, medicationIds: readonly string[]): Promise<void> {
  if (medicationIds.length === 0) return;
  await db
    .updateTable('medication')
    .set({ ends_ahead_on: null })
    .where('id', 'in', [...medicationIds])
    .execute();
}
