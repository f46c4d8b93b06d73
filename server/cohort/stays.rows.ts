import { scheduleIn } from '#domain/attendance/scheduled-days.ts';
import { day, earliest, type Day, type Zone } from '#domain/calendar/calendar.ts';
import type { Stay } from '#domain/cohort/weeks.ts';
import { closedDaysFrom } from '#domain/scheduling/closed-days.ts';
import { sessionsSince } from '#server/attendance/attendance.rows.ts';
import { leavesOf } from '#server/care-plan/care-records.rows.ts';
import type { Database } from '#server/database/pool.ts';
import { enrollmentsOf, prescriptionsOf } from '#server/episodes/prescribed-hours.rows.ts';
import { closuresBetween } from '#server/scheduling/closures.rows.ts';

type Episode = {
  readonly episode_id: string;
  readonly client_id: string;
  readonly opened_on: Day;
  readonly closed_on: Day | null;
  readonly weekdays: readonly number[] | null;
  readonly program_id: string;
  readonly care_site_id: string | null;
  readonly site_zone: string | null;
};

const lastDay = day('2199-12-31');

/** What the weeks of these stays rest on, a handful of statements for all of them together. */
export async function staysOf(db: Database, zone: Zone, episodes: readonly Episode[]): Promise<Stay[]> {
  const since = new Map(
    [...Map.groupBy(episodes, ({ client_id }) => client_id)].flatMap(([id, own]) => {
      const first = earliest(own.map(({ opened_on }) => opened_on));
      return first === null ? [] : [[id, first] as const];
    }),
  );
  const begun = earliest([...since.values()]);
  if (begun === null) return [];
  const ids = [...since.keys()];
  const served = await sessionsSince(db, since);
  const leaves = await leavesOf(db, ids);
  const prescriptions = await prescriptionsOf(db, ids);
  const enrolled = await enrollmentsOf(db, ids);
  const closedDays = closedDaysFrom(await closuresBetween(db, begun, lastDay));
  return episodes.map((episode) => {
    const { client_id: clientId, opened_on: openedOn, closed_on: closedOn } = episode;
    return {
      id: episode.episode_id,
      clientId,
      openedOn,
      closedOn,
      zone: episode.site_zone ?? zone,
      served: served.get(clientId) ?? [],
      leaves: leaves.get(clientId) ?? [],
      prescriptions: prescriptions.get(clientId) ?? [],
      schedule: scheduleIn({ enrollments: enrolled.get(clientId) ?? [], usualWeekdays: episode.weekdays ?? [] }, openedOn, closedOn),
      closedDays: closedDays({ programId: episode.program_id, siteId: episode.care_site_id }),
    };
  });
}
