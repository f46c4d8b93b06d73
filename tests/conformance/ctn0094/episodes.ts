import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import type { DischargeReason } from '#domain/episodes/discharge-reasons.ts';
import type { Person } from './person.ts';
import { cell, type Tables } from './tables.ts';
import type { Visit } from './visits.ts';

export type Stay = {
  readonly dayZero: Day;
  readonly opened: number;
  readonly closed: number | null;
  readonly because: DischargeReason | null;
};

const weeksBetween = 26;

/**
 * Where a person's day numbers fall in the calendar. The study gives no dates, so the last day that is known of each person is set: yesterday for the first
 * of every twenty-six, a week earlier for the next, and so on. Some are then in care today, and most have left, as in any clinic.
 */
export function stayOf(person: Person, index: number, days: readonly number[], visits: readonly Visit[], tables: Tables, today: Day): Stay {
  const last = Math.max(0, ...days);
  const dayZero = addDays(today, -1 - last - 7 * (index % weeksBetween));
  const because = daysBetween(addDays(dayZero, last), today) > 30 || hasDied(person) ? endingOf(person, visits, tables) : null;
  return { dayZero, opened: Math.min(0, ...days), closed: because === null ? null : last, because };
}

const flagged = ({ visits }: Person, flag: string): boolean => visits.some((row) => cell(row, flag) === '1');
const hasDied = (person: Person): boolean => flagged(person, 'is_dead');

/**
 * Why the stay ended, where the tables say so: the protocol's last week, the last missed visit's reason, or that the person did not come again
 * after two visits in a row. Otherwise nobody knows, and it stays open.
 */
function endingOf(person: Person, visits: readonly Visit[], tables: Tables): DischargeReason | null {
  if (hasDied(person)) return 'died';
  const lastKept = visits.findLast(({ state }) => state === 'kept')?.day ?? null;
  const end = protocolEnd(person, tables);
  if (lastKept !== null && end !== null && lastKept >= end - 7) return 'completed';
  const reason = visits.findLast(({ state }) => state === 'missed' || state === 'excused')?.reasons ?? '';
  if (reason.includes('moved')) return 'moved-away';
  if (reason.includes('in jail')) return 'incarcerated';
  if (reason.includes('in hospital')) return 'hospitalized';
  if (reason.includes('left study')) return 'chose-to-leave';
  return lastKept !== null && visits.filter(({ day }) => day > lastKept).length >= 2 ? 'lost-contact' : null;
}

/** The day on which the protocol of the person's last arm ends. */
function protocolEnd({ project, arms }: Person, { lengths }: Tables): number | null {
  const starts = [...new Set(arms.map(({ day }) => day))].toSorted((a, b) => a - b);
  const last = arms.findLast(({ day }) => day === starts.at(-1));
  if (last === undefined) return null;
  const stages = lengths.filter(
    (row) => cell(row, 'project') === project && cell(row, 'treatment') === last.arm && cell(row, 'phase') === String(starts.length),
  );
  return stages.length === 0 ? null : last.day + 7 * stages.reduce((weeks, row) => weeks + Number(cell(row, 'weeks')), 0);
}
