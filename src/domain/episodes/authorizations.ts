import { came, isTreatment, type SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { holds180, servedDays, type ServedDay } from '#domain/attendance/hours-totals.ts';
import { addDays, dayAt, daysBetween, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';

/** What a payer counts: H0015 days, hours, or units of 15 minutes. */
export const authorizedUnits = ['days', 'hours', 'units'] as const;
export type AuthorizedUnit = (typeof authorizedUnits)[number];

export type AuthorizationFacts = {
  readonly id: string;
  readonly payer: string;
  readonly number: string;
  readonly unit: AuthorizedUnit;
  readonly quantity: number;
  readonly from: Day;
  readonly to: Day;
  readonly nextReviewOn: Day | null;
  /** Nothing more is asked for: no review and no renewal. */
  readonly needsNoMore: boolean;
};

export type DayServed = { readonly on: Day; readonly amount: number };

export type AuthorizationUse = {
  readonly used: number;
  readonly left: number;
  /** Used beyond what was authorized. */
  readonly over: number;
  readonly days: readonly DayServed[];
  /** Dates of care inside it of which something isn't known yet, so that there may be more, with the sessions that say nothing. */
  readonly notKnown: readonly { readonly on: Day; readonly sessions: number }[];
};

const amountOf: Readonly<Record<AuthorizedUnit, (day: ServedDay) => number>> = {
  days: (day) => Number(holds180(day) === true),
  hours: ({ minutes }) => minutes / 60,
  units: ({ minutes }) => Math.floor(minutes / 15),
};

// Halves and quarters of hours add up to what they are.
const rounded = (amount: number): number => Math.round(amount * 100) / 100;

/**
 * What is used of an authorization and left, from the care delivered inside it (program rule). A date counts once it holds 180 counted minutes (H0015);
 * hours are counted minutes; units are the whole quarter hours of each date. Where something of a date isn't known, what is known of it counts, and the
 * date is listed beside the figure as long as the rest could change it. What is used beyond the quantity is shown as such.
 */
export function useOf(authorization: AuthorizationFacts, sessions: readonly SessionFacts[], now: Instant, zone: Zone): AuthorizationUse {
  const { from, to, unit, quantity } = authorization;
  const served = servedDays(sessions, now, zone).filter(({ on }) => on >= from && on <= to);
  const days = served.map((day) => ({ on: day.on, amount: amountOf[unit](day) })).filter(({ amount }) => amount > 0);
  const used = rounded(days.reduce((sum, { amount }) => sum + amount, 0));
  const open = served.filter((day) => (unit === 'days' ? holds180(day) === null : day.unknownSessions > 0));
  return {
    used,
    left: Math.max(0, rounded(quantity - used)),
    over: Math.max(0, rounded(used - quantity)),
    days,
    notKnown: open.map(({ on, unknownSessions }) => ({ on, sessions: unknownSessions })),
  };
}

const paceDays = 28;

/**
 * The day on which nothing will be left, at the pace of the last four weeks (an estimate, never a fact); null where there is no pace or it lasts to its end.
 * A pace is taken from seven days on: less says nothing.
 */
export function runsOutOn(authorization: AuthorizationFacts, { left, days }: AuthorizationUse, today: Day): Day | null {
  if (today < authorization.from || today > authorization.to || left === 0) return null;
  const since = [authorization.from, addDays(today, -paceDays)].reduce((a, b) => (a > b ? a : b));
  const span = daysBetween(since, today);
  const recent = days.filter(({ on }) => on >= since && on < today).reduce((sum, { amount }) => sum + amount, 0);
  if (span < 7 || recent === 0) return null;
  const out = addDays(today, Math.ceil(left / (recent / span)) - 1);
  return out < authorization.to ? out : null;
}

/** Days of care on which no authorization was in force. */
export const uncoveredDays = (
  authorizations: readonly Pick<AuthorizationFacts, 'from' | 'to'>[],
  sessions: readonly SessionFacts[],
  zone: Zone,
): readonly Day[] =>
  [
    ...new Set(
      sessions
        .filter((session) => isTreatment(session.service) && !session.cancelledByProgram && came(session))
        .map(({ startsAt }) => dayAt(startsAt, zone)),
    ),
  ]
    .filter((on) => !authorizations.some(({ from, to }) => from <= on && on <= to))
    .toSorted();

type Held = Pick<AuthorizationFacts, 'id' | 'payer' | 'number' | 'from' | 'to'>;

/** The authorization of the same payer whose days this one would share; null where none is. Two payers may stand side by side. */
export const overlapping = <T extends Held>(
  wanted: Omit<Held, 'id' | 'number'> & { readonly id: string | null },
  all: readonly T[],
): T | null =>
  all.find(
    (one) =>
      one.id !== wanted.id && one.payer.toLowerCase() === wanted.payer.toLowerCase() && one.from <= wanted.to && wanted.from <= one.to,
  ) ?? null;

/**
 * The authorization that Today speaks of, with the day by which somebody must act (program rule): the next review, or the end where no other follows on it.
 * The earliest of those that have begun; null where nothing is asked for any more.
 */
export function nextDue<T extends AuthorizationFacts>(
  all: readonly T[],
  today: Day,
): { readonly authorization: T; readonly by: Day; readonly followed: boolean } | null {
  const due = all
    .filter(({ from, needsNoMore }) => from <= today && !needsNoMore)
    .flatMap((authorization) => {
      const applySideEffects = all.some(
        ({ id, from, to }) => id !== authorization.id && from <= addDays(authorization.to, 1) && to > authorization.to,
      );
      const review =
        authorization.nextReviewOn !== null && authorization.nextReviewOn <= authorization.to ? authorization.nextReviewOn : null;
      if (applySideEffects && (review === null || authorization.to < today)) return [];
      return [{ authorization, by: review ?? authorization.to, followed: applySideEffects }];
    });
  return due.toSorted((a, b) => (a.by < b.by ? -1 : 1))[0] ?? null;
}
