import { sql } from 'kysely';
import { enrollmentWeekdays, type Enrollment } from '#domain/attendance/scheduled-days.ts';
import type { Prescription } from '#domain/attendance/client-week.ts';
import { addDays, earliest } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

/** Prescribed hours with their dates, each in force until the next one, and at most until the episode closes in which it began. */
export async function prescriptionsOf(db: Database, ids: readonly string[]): Promise<Map<string, Prescription[]>> {
  const rows = await db
    .selectFrom('prescribed_hours')
    .select(['client_id', 'hours_per_week', 'from_on'])
    .select((eb) =>
      eb
        .selectFrom('episode')
        .select('episode.closed_on')
        .whereRef('episode.organization_id', '=', 'prescribed_hours.organization_id')
        .whereRef('episode.client_id', '=', 'prescribed_hours.client_id')
        .whereRef('episode.opened_on', '<=', 'prescribed_hours.from_on')
        .orderBy('episode.opened_on', 'desc')
        .limit(1)
        .as('closed_on'),
    )
    .where('client_id', 'in', ids)
    .orderBy('from_on')
    .execute();
  const perClient = byClient(rows, (row) => row);
  return new Map(
    [...perClient].map(([clientId, spans]) => [
      clientId,
      spans.map((span, index) => {
        const next = spans[index + 1];
        const ends = [...(next === undefined ? [] : [addDays(next.from_on, -1)]), ...(span.closed_on === null ? [] : [span.closed_on])];
        return { from: span.from_on, to: earliest(ends), hoursPerWeek: span.hours_per_week };
      }),
    ]),
  );
}

/** The places of these clients in groups, with the weekdays on which they come: their own where the roster names some. */
export async function enrollmentsOf(db: Database, ids: readonly string[]): Promise<Map<string, Enrollment[]>> {
  const rows = await db
    .selectFrom('group_enrollment')
    .innerJoin('care_group', (join) =>
      join
        .onRef('care_group.organization_id', '=', 'group_enrollment.organization_id')
        .onRef('care_group.id', '=', 'group_enrollment.group_id'),
    )
    .select([
      'group_enrollment.client_id',
      'group_enrollment.from_on',
      'group_enrollment.to_on',
      'group_enrollment.weekdays',
      'care_group.weekdays as meets',
    ])
    .where((eb) => eb('group_enrollment.client_id', '=', sql<string>`any(${ids}::uuid[])`))
    .orderBy('group_enrollment.from_on')
    .execute();
  return byClient(rows, (row): Enrollment => ({ from: row.from_on, to: row.to_on, weekdays: enrollmentWeekdays(row.weekdays, row.meets) }));
}
