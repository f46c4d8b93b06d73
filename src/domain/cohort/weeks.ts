import { clientWeek, daysInCare, offeredHours, type StayFacts } from '#domain/attendance/client-week.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { admissionDay } from '#domain/attendance/lost-contact.ts';
import {
  addDays,
  dayAt,
  daysBetween,
  daysFromTo,
  latest,
  momentOf,
  weekOf,
  weeksFromTo,
  type Day,
  type Instant,
  type Zone,
} from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import { isInEpisode } from '#domain/episodes/in-episode.ts';
import type { EpisodeSpan } from '#domain/episodes/spans.ts';
import { hoursDelivered, type HoursFact } from './measures.ts';
import { countedAs, type CohortRow, type Counted } from './rows.ts';

/** A Monday-to-Sunday week with its seven days in order, worked out once for everybody in it. */
export type CohortWeek = { readonly week: Day; readonly days: readonly Day[] };

/** The weeks that lie wholly between two days and ended before today, oldest first. A week that still runs is not closed. */
export function closedWeeks(from: Day, to: Day, today: Day): readonly CohortWeek[] {
  const first = weekOf(addDays(from, 6));
  const last = to < today ? to : addDays(today, -1);
  const count = Math.max(0, Math.floor((daysBetween(first, last) + 1) / 7));
  return Array.from({ length: count }, (_, step) => {
    const week = addDays(first, step * 7);
    return { week, days: daysFromTo(week, addDays(week, 6)) };
  });
}

/** One stay in care with everything that its weeks rest on: the client's bookings since it began, those of later stays among them. */
export type Stay = Omit<StayFacts, 'admittedOn'> &
  EpisodeSpan & {
    readonly id: string;
    readonly clientId: string;
    readonly served: readonly SessionFacts[];
    /** Of the site where the client comes, or else the organization's. */
    readonly zone: Zone;
  };

/** One week of one stay as its client's own page shows it (`clientWeek`), with how it counts. */
export type StayWeek = HoursFact &
  Pick<WeekOfCare, 'prescribed'> & {
    /** The moment at which its last day and its last session are over: it says the same from then on, and counts nowhere before. */
    readonly overAt: Instant;
    readonly counted: Counted;
    /** What it adds to its measure; nothing where it is left out. */
    readonly numerator: number;
    readonly denominator: number;
  };

/**
 * Every week of a stay in which the client was in care, to the closing or the current week, as each will be once it is over if nothing else is written.
 * None where care has not started, which is outside every cohort. Hours are null where they aren't known: no prescription or schedule, nothing booked,
 * nobody marked it, or no times.
 */
export function weeksOfStay(stay: Stay, now: Instant): readonly StayWeek[] {
  const { clientId, zone, closedOn } = stay;
  const sessions = stay.served.filter(({ startsAt }) => isInEpisode(dayAt(startsAt, zone), stay));
  const admittedOn = admissionDay(sessions, zone);
  if (admittedOn === null) return [];
  const byWeek = Map.groupBy(sessions, ({ startsAt }) => weekOf(dayAt(startsAt, zone)));
  return weeksFromTo(admittedOn, closedOn ?? dayAt(now, zone)).flatMap((week) => {
    const days = daysFromTo(week, addDays(week, 6));
    if (!daysInCare(days, { ...stay, admittedOn }, addDays(week, 6)).includes(true)) return [];
    const own = byWeek.get(week) ?? [];
    const overAt = latest([momentOf(addDays(week, 7), '00:00', zone), ...own.map(({ endsAt }) => endsAt)]) ?? now;
    const { prescribed, delivered, cancelled } = clientWeek(days, { ...stay, admittedOn }, own, { now: overAt, zone });
    const fact = { clientId, week, delivered, offered: offeredHours({ prescribed, cancelled }) };
    const row = hoursRow(stay.id, fact);
    const counted = countedAs(row, hoursDelivered);
    if (counted === null) return [];
    const { numerator, denominator } = hoursDelivered(row.exclusion === null ? [fact] : []);
    return [{ ...fact, prescribed, overAt, counted, numerator, denominator }];
  });
}

/** A client's week as the measure of hours counts it. */
export const hoursRow = (stayId: string, fact: HoursFact): CohortRow<HoursFact> => ({
  id: `${stayId}/${fact.week}`,
  clientId: fact.clientId,
  on: fact.week,
  fact,
  exclusion: fact.offered === 0 ? 'nothing-offered' : null,
});
