import type { HeldBack } from './held-back.ts';
import { cell, dayNumber, type Rows } from './tables.ts';
import type { Person } from './person.ts';

export type Visit = {
  readonly key: string;
  readonly day: number;
  readonly code: string;
  /** `unknown`: the form is missing, or says neither. It is never read as missed. */
  readonly state: 'kept' | 'missed' | 'excused' | 'unknown';
  readonly reasons: string;
};

const reasonsThatExcuse = ['is_in_hospital', 'is_in_jail', 'is_illness', 'is_on_vacation'];

/**
 * A person's planned visits, at most one a day. What somebody wrote down of a day goes before what was planned for it:
 * a kept visit, then a missed one, then one that nobody knows of. Visits without a day are placed by the week they were planned for.
 */
export function visitsOf(person: Person, held: HeldBack): readonly Visit[] {
  const dated = person.visits.map((row, at) => visitIn(row, at, dayNumber(row, 'when'), false));
  const planned = person.visits.map((row, at) =>
    dayNumber(row, 'when') === null ? visitIn(row, at, plannedDay(row, person), true) : null,
  );
  const cups = new Set(person.positives.map((row) => dayNumber(row, 'when')));
  const byDay = new Map<number, Visit>();
  for (const state of ['kept', 'missed', 'excused', 'unknown'] as const) {
    for (const [source, why] of [
      [dated, 'another row of the day is kept'],
      [planned, 'planned for a day that another row speaks of'],
    ] as const) {
      for (const visit of source) {
        if (visit === null || visit.state !== state) continue;
        if (byDay.has(visit.day) || (source === planned && cups.has(visit.day)))
          held.note('visits', state === 'kept' ? 'a second visit on the same day' : why);
        else byDay.set(visit.day, visit);
      }
    }
  }
  const undated = person.visits.filter((row) => dayNumber(row, 'when') === null && plannedDay(row, person) === null).length;
  if (undated > 0) held.note('visits', 'no day, and no week to place it by', undated);
  return [...byDay.values()].toSorted((a, b) => a.day - b.day);
}

function visitIn(row: Rows[number], at: number, day: number | null, planned: boolean): Visit | null {
  if (day === null) return null;
  const flags = Object.entries(row).filter(([column, value]) => column.startsWith('is_') && value === '1' && column !== 'is_no_note');
  const reasons = flags.map(([column]) => column.slice(3).replaceAll('_', ' ')).join(', ');
  const what = cell(row, 'what');
  const excused = flags.some(([column]) => reasonsThatExcuse.includes(column));
  const state = what === 'visit' || what === 'final' ? 'kept' : what === 'no visit' ? (excused ? 'excused' : 'missed') : 'unknown';
  return { key: `${planned ? 'p' : 'v'}${at}`, day, code: cell(row, 'visit'), state, reasons: state === 'kept' ? '' : reasons };
}

/** Weekly visits were planned from the day of randomization on: week n is day 7n. */
function plannedDay(row: Rows[number], { arms }: Person): number | null {
  const week = /^WK(\d+)$/.exec(cell(row, 'visit'))?.[1];
  const first = arms.reduce<number | null>((least, { day }) => (least === null || day < least ? day : least), null);
  return week === undefined || first === null ? null : first + 7 * Number(week);
}
