import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** Refuses hours from a day from which others are prescribed already. */
export async function refuseSameDay({ db }: Pick<Context, 'db'>, clientId: string, hoursId: string | null, from: Day): Promise<void> {
  const rows = await db
    .selectFrom('prescribed_hours')
    .select(['id', 'hours_per_week'])
    .where('client_id', '=', clientId)
    .where('from_on', '=', from)
    .execute();
  const other = rows.find(({ id }) => id !== hoursId);
  if (other !== undefined)
    throw refuseField('from', `${other.hours_per_week} hours a week begin on that day already. Correct those, or give another day.`);
}
