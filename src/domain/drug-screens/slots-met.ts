import { daysBetween, type Day } from '#domain/calendar/calendar.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

type Slot = { readonly id: string; readonly on: Day };
type Collection = { readonly id: string; readonly on: Day; readonly scheduled: boolean };

/**
 * Which collection meets which slot of the testing schedule: one of the same day first, then the nearest later one within the window (72 h, three days).
 * For-cause collections are outside the schedule and meet nothing. A slot with no entry was not met.
 */
export function slotsMet(
  slots: readonly Slot[],
  collections: readonly Collection[],
  settings: ProgramSettings,
): ReadonlyMap<string, string> {
  const met = new Map<string, string>();
  const used = new Set<string>();
  for (let late = 0; late * 24 <= settings.screenWindowHours; late += 1) {
    for (const slot of slots.filter(({ id }) => !met.has(id))) {
      const found = collections.find(({ id, on, scheduled }) => scheduled && !used.has(id) && daysBetween(slot.on, on) === late);
      if (found === undefined) continue;
      met.set(slot.id, found.id);
      used.add(found.id);
    }
  }
  return met;
}
