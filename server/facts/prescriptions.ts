import type { Prescription } from '#domain/attendance-weeks.ts';
import { addDays } from '#domain/calendar.ts';
import type { Database } from '../database/pool.ts';
import { byClient } from './by-client.ts';

/** Prescribed hours with their dates, each in force until the next one, on the weekdays of the client's group. */
export async function prescriptionsOf(
  db: Database,
  ids: readonly string[],
  weekdays: ReadonlyMap<string, readonly number[]>,
): Promise<Map<string, Prescription[]>> {
  const rows = await db
    .selectFrom('prescribed_hours')
    .select(['client_id', 'hours_per_week', 'from_on'])
    .where('client_id', 'in', ids)
    .orderBy('from_on')
    .execute();
  const perClient = byClient(rows, (row) => row);
  return new Map(
    [...perClient].map(([clientId, spans]) => [
      clientId,
      spans.map((span, place) => {
        const next = spans[place + 1];
        return {
          from: span.from_on,
          to: next === undefined ? null : addDays(next.from_on, -1),
          hoursPerWeek: span.hours_per_week,
          weekdays: weekdays.get(clientId) ?? [],
        };
      }),
    ]),
  );
}
