import { clientWeek, offeredHours, type StayFacts } from './client-week.ts';
import type { SessionFacts } from './delivered-minutes.ts';
import {
  addDays,
  dayAt,
  daysBetween,
  daysFromTo,
  weekOf,
  weeksFromTo,
  type Day,
  type Instant,
  type Zone,
} from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** One stay in care with the client's bookings in it. `admittedOn` is null where care has not started. */
export type CareFacts = Omit<StayFacts, 'admittedOn'> & {
  readonly admittedOn: Day | null;
  readonly sessions: readonly SessionFacts[];
};

/**
 * Each week of care from admission to closing or today, as `clientWeek` gives it.
 * `known` are full weeks from the first one on as an earlier moment gave them: they are not worked out again.
 */
export function weeksOfCare(facts: CareFacts, now: Instant, zone: Zone, known: readonly WeekOfCare[] = []): readonly WeekOfCare[] {
  const { admittedOn, closedOn } = facts;
  if (admittedOn === null) return [];
  const today = dayAt(now, zone);
  const last = closedOn !== null && closedOn < today ? closedOn : today;
  const sessionsByWeek = Map.groupBy(facts.sessions, ({ startsAt }) => weekOf(dayAt(startsAt, zone)));
  const rest = weeksFromTo(admittedOn, last)
    .slice(known.length)
    .map((week) => clientWeek(daysFromTo(week, addDays(week, 6)), { ...facts, admittedOn }, sessionsByWeek.get(week) ?? [], { now, zone }));
  return [...known, ...rest];
}

export type HoursUnder = {
  readonly delivered: number;
  readonly prescribed: number;
  /** Prescribed less what the program cancelled. */
  readonly offered: number;
  readonly weeks: number;
};

/**
 * The last two full weeks where each was delivered under 75% of the hours prescribed, less those that the program itself cancelled; null otherwise
 * (program rule). A partial or unknown week breaks the run, so that a holiday or an unmarked session flags nobody.
 */
export function hoursUnder(weeks: readonly WeekOfCare[], today: Day, settings: ProgramSettings): HoursUnder | null {
  const last = weeks.filter(({ week }) => daysBetween(week, today) >= 7).slice(-settings.hoursWeeks);
  if (last.length < settings.hoursWeeks || daysBetween(last.at(-1)?.week ?? today, weekOf(today)) > 7) return null;
  const known = last.flatMap((week) => {
    const offered = offeredHours(week);
    return week.partial || week.delivered === null || week.prescribed === null || offered === null || offered === 0
      ? []
      : [{ delivered: week.delivered, prescribed: week.prescribed, offered }];
  });
  if (known.length < last.length || known.some(({ delivered, offered }) => delivered >= offered * settings.hoursShare)) return null;
  const sum = (of: 'delivered' | 'prescribed' | 'offered') => known.reduce((total, week) => total + week[of], 0);
  return { delivered: sum('delivered'), prescribed: sum('prescribed'), offered: sum('offered'), weeks: known.length };
}
