import { day, earliest, type Day } from '#domain/calendar/calendar.ts';
import { scheduleIn } from '#domain/attendance/scheduled-days.ts';
import { closedDaysFrom } from '#domain/scheduling/closed-days.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Database } from '#server/database/pool.ts';
import { adjustmentsOf } from '#server/adjustments/adjustments.rows.ts';
import { laterResultsOf } from '#server/adjustments/later-results.rows.ts';
import { sessionsSince } from '#server/attendance/attendance.rows.ts';
import { authorizationsOf } from '#server/episodes/authorizations.rows.ts';
import { attemptsOf, concernsOf, goalsOf, instrumentsOf, leavesOf } from '#server/care-plan/care-records.rows.ts';
import { screenRecordsOf } from '#server/drug-screens/client-screens.rows.ts';
import { phasesOf } from '#server/phases/phases.rows.ts';
import { enrollmentsOf, prescriptionsOf } from '#server/episodes/prescribed-hours.rows.ts';
import { reviewsOf } from '#server/care-plan/reviews.rows.ts';
import { closuresBetween } from '#server/scheduling/closures.rows.ts';
import { factsAt, type ClientRecords, type Loaded } from './facts-at.ts';

/** The client of an open or closed episode, as the statement that wrote the audit event answered it. */
export type InCare = {
  readonly client_id: string;
  readonly called: string;
  readonly opened_on: Day;
  readonly closed_on: Day | null;
  readonly weekdays: readonly number[] | null;
  readonly program_id: string;
  readonly care_site_id: string | null;
  readonly site_zone: string | null;
};

const [firstDay, lastDay] = [day('1900-01-01'), day('2199-12-31')];

/** Everything stored about these clients that Today's rules read, a handful of statements for all of them together. */
export async function clientRecordsOf(
  clients: readonly InCare[],
  { db, zone }: { readonly db: Database; readonly zone: Context['zone'] },
): Promise<Map<string, ClientRecords>> {
  const ids = clients.map((client) => client.client_id);
  if (ids.length === 0) return new Map();
  const authorizations = await authorizationsOf(db, ids);
  // An authorization keeps the days that it paid for, whatever episode they were in.
  const since = new Map(
    clients.map(({ client_id, opened_on }) => [
      client_id,
      earliest([opened_on, ...(authorizations.get(client_id) ?? []).map(({ from }) => from)]) ?? opened_on,
    ]),
  );
  const served = await sessionsSince(db, since);
  const closures = await closuresBetween(db, earliest(clients.map(({ opened_on }) => opened_on)) ?? firstDay, lastDay);
  const closedDays = closedDaysFrom(closures);
  const leaves = await leavesOf(db, ids);
  const prescriptions = await prescriptionsOf(db, ids);
  const enrolled = await enrollmentsOf(db, ids);
  const attempts = await attemptsOf(db, ids);
  const concerns = await concernsOf(db, ids);
  const instruments = await instrumentsOf(db, ids);
  const goals = await goalsOf(db, ids);
  const phases = await phasesOf(db, ids);
  const zones = new Map(clients.map(({ client_id, site_zone }) => [client_id, site_zone ?? zone]));
  const screens = await screenRecordsOf(db, ids, (id) => zones.get(id) ?? zone);
  const adjustments = await adjustmentsOf(db, ids);
  const laterResults = await laterResultsOf(db, ids, adjustments);
  const reviews = await reviewsOf(db, ids);

  return new Map(
    clients.map((client) => {
      const id = client.client_id;
      const records: ClientRecords = {
        called: client.called,
        zone: client.site_zone ?? zone,
        openedOn: client.opened_on,
        closedOn: client.closed_on,
        served: served.get(id) ?? [],
        closedDays: closedDays({ programId: client.program_id, siteId: client.care_site_id }),
        leaves: leaves.get(id) ?? [],
        prescriptions: prescriptions.get(id) ?? [],
        schedule: scheduleIn(
          { enrollments: enrolled.get(id) ?? [], usualWeekdays: client.weekdays ?? [] },
          client.opened_on,
          client.closed_on,
        ),
        attempts: attempts.get(id) ?? [],
        concerns: concerns.get(id) ?? [],
        instruments: instruments.get(id) ?? [],
        goals: goals.get(id) ?? [],
        phases: phases.get(id) ?? [],
        authorizations: authorizations.get(id) ?? [],
        screens: screens.get(id) ?? { rows: [], events: [], slots: [] },
        adjustments: (adjustments.get(id) ?? []).map((one) => ({ ...one, ...laterResults(one) })),
        reviews: reviews.get(id) ?? [],
      };
      return [id, records];
    }),
  );
}

/** Everything about these clients as it stands at the request's moment. */
export async function factsOf(
  clients: readonly InCare[],
  context: Pick<Context, 'db' | 'now' | 'zone' | 'settings'>,
): Promise<Map<string, Loaded>> {
  const records = await clientRecordsOf(clients, context);
  return new Map([...records].map(([id, own]) => [id, factsAt(own, context)]));
}
