import type { HeldBack } from './held-back.ts';
import { medicationOf, type Person } from './person.ts';
import { cell, dayNumber } from './tables.ts';

export type DoseSpan = { readonly name: string; readonly dose: string; readonly first: number; readonly last: number };

/** Days without a dose after which the next one begins a new span: a weekend at home is not a stop. */
const gapDays = 3;

/** A person's doses as spans of one dose. Two doses on one day contradict each other; the first row is taken. */
export function dosesOf(person: Person, held: HeldBack): readonly DoseSpan[] {
  const medication = medicationOf(person);
  if (medication === null) {
    if (person.doses.length > 0) held.note('doses', 'no arm says which medication it was', person.doses.length);
    return [];
  }
  const byDay = new Map<number, string>();
  for (const row of person.doses) {
    const day = dayNumber(row, 'when');
    const amount = cell(row, 'amount');
    if (day === null || !(Number(amount) > 0)) held.note('doses', 'no day or no amount');
    else if (byDay.has(day)) held.note('doses', 'a second dose on the same day');
    else byDay.set(day, amount);
  }
  const spans: DoseSpan[] = [];
  for (const [day, amount] of [...byDay].toSorted(([a], [b]) => a - b)) {
    const dose = medication.dose(amount);
    const open = spans.at(-1);
    if (open !== undefined && open.dose === dose && day - open.last <= gapDays) spans[spans.length - 1] = { ...open, last: day };
    else spans.push({ name: medication.name, dose, first: day, last: day });
  }
  return spans;
}
