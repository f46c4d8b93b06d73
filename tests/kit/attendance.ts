import { addDays, momentOf, type Day } from '#domain/calendar/calendar.ts';
import type { World } from './world.ts';

/** Clients who came to a three-hour evening group on these days. */
export async function attended(
  world: World,
  clientIds: readonly string[],
  days: readonly Day[],
  status: 'present' | 'absent' = 'present',
): Promise<void> {
  for (const on of days) {
    const { id } = await world.db
      .insertInto('session')
      .values({
        organization_id: world.organizationId,
        program_id: world.programId,
        site_id: null,
        group_id: null,
        leader_id: null,
        outside_key: null,
        service: 'group',
        title: 'Evening group',
        session_on: on,
        starts_at: momentOf(on, '18:00', 'America/Chicago'),
        ends_at: momentOf(on, '21:00', 'America/Chicago'),
        cancelled_because: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const rows = clientIds.map((client_id) => ({
      organization_id: world.organizationId,
      session_id: id,
      client_id,
      session_on: on,
      status,
      minutes: null,
      note: null,
      recorded_by: null,
    }));
    await world.db.insertInto('attendance').values(rows).execute();
  }
}

/** So many days of one weekday, a week apart, ending on a day. */
export const weekly = (last: Day, weeks: number): Day[] =>
  Array.from({ length: weeks }, (_, back) => addDays(last, -7 * back)).toReversed();
