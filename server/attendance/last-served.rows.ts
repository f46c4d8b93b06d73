import { sql, type RawBuilder } from 'kysely';
import { statusesPresent, treatmentServices } from '#domain/attendance/delivered-minutes.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** From the services that the program gave to a client and to which they came. Mutual help is none, and neither is what was cancelled. */
const servicesOf = (client: string) => sql`from attendance
  join session on session.organization_id = attendance.organization_id and session.id = attendance.session_id
  where attendance.organization_id = ${sql.ref(`${client}.organization_id`)} and attendance.client_id = ${sql.ref(`${client}.id`)}
    and attendance.status = any(${[...statusesPresent]}::text[])
    and session.cancelled_because is null and session.service = any(${[...treatmentServices]}::text[])`;

/** The day of the last service of a client of the statement, whose table or alias is named; null where they never came. */
export const lastServedOn = (client: string): RawBuilder<Day | null> => sql`(select max(attendance.session_on) ${servicesOf(client)})`;

/** Whether a client of the statement came to a service after a day. */
export const servedAfter = (client: string, on: Day): RawBuilder<boolean> =>
  sql`exists (select ${servicesOf(client)} and attendance.session_on > ${on})`;

/** The last day on which the client came to care that the program gave; null where they never did. */
export async function lastServedOf(db: Database, clientId: string): Promise<Day | null> {
  const row = await db.selectFrom('client').select(lastServedOn('client').as('on')).where('id', '=', clientId).executeTakeFirst();
  return row?.on ?? null;
}
