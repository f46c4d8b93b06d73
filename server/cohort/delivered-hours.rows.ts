import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { scheduleIn } from '#domain/attendance/scheduled-days.ts';
import { dayAt, earliest, weekOf } from '#domain/calendar/calendar.ts';
import type { HoursFact } from '#domain/cohort/measures.ts';
import type { CohortRow } from '#domain/cohort/rows.ts';
import { closedDaysFrom } from '#domain/scheduling/closed-days.ts';
import { hoursFactsOf, type CohortWeek } from '#domain/cohort/weeks.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { leavesOf } from '#server/care-plan/care-records.rows.ts';
import { bookingsIn, sessionFacts, sessionsBetween } from './bookings.rows.ts';
import { staysIn } from './cohort-stays.rows.ts';
import { boundsOf, type CohortQuestion } from './cohort-span.ts';
import { closuresBetween } from '#server/scheduling/closures.rows.ts';
import { enrollmentsOf, prescriptionsOf } from '#server/episodes/prescribed-hours.rows.ts';

type Reading = Pick<Context, 'db' | 'actor' | 'now' | 'zone'>;

/** The hours of each client in each closed week of their stays. Seven statements, however many clients there are. */
export async function hoursRows(
  { db, actor, now, zone: usual }: Reading,
  question: CohortQuestion,
  weeks: readonly CohortWeek[],
): Promise<CohortRow<HoursFact>[]> {
  const bounds = boundsOf(weeks);
  if (bounds === null) return [];
  const touching = staysIn(db, actor, question)
    .where('episode.opened_on', '<=', bounds.to)
    .where((eb) => eb.or([eb('episode.closed_on', 'is', null), eb('episode.closed_on', '>=', bounds.from)]));
  const stays = await touching.execute();
  const ids = [...new Set(stays.map((stay) => stay.client_id))];
  const since = earliest(stays.map((stay) => stay.opened_on));
  if (since === null) return [];
  const leaves = await leavesOf(db, ids);
  const prescriptions = await prescriptionsOf(db, ids);
  const enrolled = await enrollmentsOf(db, ids);
  const sessions = await sessionsBetween(db, since, bounds.to);
  const enrollments = Map.groupBy(await bookingsIn(db, touching, bounds.to), (booking) => booking.stay_id);
  const closedDays = closedDaysFrom(await closuresBetween(db, since, bounds.to));
  return stays.flatMap((stay) => {
    const zone = stay.site_zone ?? usual;
    const own = (enrollments.get(stay.stay_id) ?? []).flatMap((booking) => {
      const session = sessions.get(booking.session_id);
      return session === undefined ? [] : [sessionFacts(session, booking)];
    });
    const held = Map.groupBy(own, ({ startsAt }) => weekOf(dayAt(startsAt, zone)));
    const care = {
      clientId: stay.client_id,
      admittedOn: admissionDay(own, zone),
      closedOn: stay.closed_on,
      leaves: leaves.get(stay.client_id) ?? [],
      prescriptions: prescriptions.get(stay.client_id) ?? [],
      schedule: scheduleIn(
        { enrollments: enrolled.get(stay.client_id) ?? [], usualWeekdays: stay.weekdays ?? [] },
        stay.opened_on,
        stay.closed_on,
      ),
      closedDays: closedDays({ programId: stay.program_id, siteId: stay.care_site_id }),
    };
    return hoursFactsOf(care, weeks, (week) => held.get(week) ?? [], { now, zone }).map((fact) => rowOf(stay.stay_id, fact));
  });
}

const rowOf = (stayId: string, fact: HoursFact): CohortRow<HoursFact> => ({
  id: `${stayId}/${fact.week}`,
  clientId: fact.clientId,
  on: fact.week,
  fact,
  exclusion: fact.offered === 0 ? 'nothing-offered' : null,
});
