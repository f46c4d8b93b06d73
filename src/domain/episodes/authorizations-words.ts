import type { AuthorizationFacts, AuthorizedUnit } from './authorizations.ts';
import { dayMonth, dayWithYear } from '#domain/calendar/words.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';

const one: Readonly<Record<AuthorizedUnit, string>> = { days: 'day', hours: 'hour', units: 'unit' };

/** '1 day', '12 days', '5.75 hours' */
export const amountLabel = (amount: number, unit: AuthorizedUnit): string => `${amount} ${amount === 1 ? one[unit] : unit}`;

export const unitNames: Readonly<Record<AuthorizedUnit, string>> = {
  days: 'Dates with 180 counted minutes (H0015)',
  hours: 'Hours of care',
  units: 'Units of 15 minutes',
};

/** Why an authorization of the same payer can't share days with another, and what to do about it. */
export const overlapMessage = ({ payer, number, from, to }: Pick<AuthorizationFacts, 'payer' | 'number' | 'from' | 'to'>): string =>
  `${payer} ${number} covers ${dayMonth(from)} to ${dayWithYear(to)} already. Begin this one on ${dayWithYear(addDays(to, 1))}, or end that one earlier first.`;

/** 'About 2 Dec at the present pace, 5 days before its end' */
export const runsOutText = (on: Day, to: Day): string =>
  `At the present pace nothing is left after about ${dayMonth(on)}; it runs to ${dayMonth(to)}.`;
