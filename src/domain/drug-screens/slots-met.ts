import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { CollectionOutcome } from './interpret.ts';

type Window = Pick<ProgramSettings, 'screenWindowHours'>;

type Slot = { readonly id: string; readonly on: Day };
/** A slot of the testing schedule with what is written down for it; null where nothing is. */
export type AnsweredSlot = Slot & { readonly answered: CollectionOutcome | null };
type Collection = { readonly id: string; readonly on: Day; readonly scheduled: boolean };

/** Days for which a slot can be met after its own (72 h, three days). */
const daysToMeet = ({ screenWindowHours }: Window): number => Math.floor(screenWindowHours / 24);

/** The first day whose slots something of a day can meet. */
export const firstDayMet = (on: Day, settings: Window): Day => addDays(on, -daysToMeet(settings));

/** Whether a slot's time is over, so that nothing can meet it any more. */
const isOver = ({ on }: Pick<Slot, 'on'>, today: Day, settings: Window): boolean => daysBetween(on, today) > daysToMeet(settings);

/** Whether a cup can still meet a slot, whatever was first written for it. What the program cancelled isn't due any more. */
function waitsForCup(answered: CollectionOutcome | null): boolean {
  switch (answered) {
    case null:
    case 'not-collected':
    case 'declined':
    case 'unable':
    case 'excused':
      return true;
    case 'collected':
    case 'cancelled-by-program':
      return false;
  }
  return answered satisfies never;
}

/**
 * Which of a client's slots of the testing schedule something met that belongs to the schedule: one of its own day first, then the nearest earlier
 * one within the window. What was not handed over answers the slot of its own day alone, and only where nothing is written for it yet.
 */
export function slotMetBy<One extends AnsweredSlot>(
  { on, outcome }: { readonly on: Day; readonly outcome: CollectionOutcome },
  slots: readonly One[],
  settings: Window,
): One | null {
  const daysLate = (slot: Slot): number => daysBetween(slot.on, on);
  const latest = outcome === 'collected' ? daysToMeet(settings) : 0;
  const [nearest] = slots
    .filter((slot) => daysLate(slot) >= 0 && daysLate(slot) <= latest)
    .filter(({ answered }) => (outcome === 'collected' ? waitsForCup(answered) : answered === null))
    .toSorted((one, other) => daysLate(one) - daysLate(other));
  return nearest ?? null;
}

/** Which collection met which slot, the earliest collection first. For-cause collections are outside the schedule and meet nothing. */
export function slotsMet(
  slots: readonly AnsweredSlot[],
  collections: readonly Collection[],
  settings: Window,
): ReadonlyMap<string, string> {
  const met = new Map<string, string>();
  const scheduled = collections
    .filter((one) => one.scheduled)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  for (const { id, on } of scheduled) {
    const waiting = slots.filter((slot) => !met.has(slot.id));
    const slot = slotMetBy({ on, outcome: 'collected' }, waiting, settings);
    if (slot !== null) met.set(slot.id, id);
  }
  return met;
}

/** One thing written down about a client's screens, as it stands. `slotId` is the slot that it was written for. */
type Entry = Collection & { readonly slotId: string | null; readonly outcome: CollectionOutcome };

/**
 * What became of the slots of one client's schedule by a day: `missed`, that nothing met and whose window is over; `open`, that something may
 * still meet; and `replaced`, the entries of a slot that a collection met after all. One slot is one event.
 */
export function slotsSettled<One extends Slot>(
  slots: readonly One[],
  entries: readonly Entry[],
  today: Day,
  settings: Window,
): { readonly missed: readonly One[]; readonly open: readonly One[]; readonly replaced: ReadonlySet<string> } {
  const entryOf = new Map(entries.flatMap((entry) => (entry.slotId === null ? [] : [[entry.slotId, entry]])));
  const answered = slots.map(({ id, on }) => ({ id, on, answered: entryOf.get(id)?.outcome ?? null }));
  const free = entries.filter(({ slotId, outcome }) => slotId === null && outcome === 'collected');
  const met = slotsMet(answered, free, settings);
  const unmet = slots.filter(({ id }) => !entryOf.has(id) && !met.has(id));
  return {
    missed: unmet.filter((slot) => isOver(slot, today, settings)),
    open: unmet.filter((slot) => !isOver(slot, today, settings)),
    replaced: new Set([...met.keys()].flatMap((slotId) => entryOf.get(slotId)?.id ?? [])),
  };
}
