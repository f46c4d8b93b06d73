import type { Day } from '#domain/calendar/calendar.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { Slot } from '#server/screen-plans/screen-slots.rows.ts';
import { unmetSlots } from '#server/screen-plans/unmet-slots.ts';
import { missedEvent } from './screen-events.ts';
import type { ScreenRow } from './screens.rows.ts';

/** A client's collections, with the event that each one is, and the slots of their schedule. */
export type ScreenRecords = {
  readonly rows: readonly ScreenRow[];
  readonly events: readonly ScreenEvent[];
  readonly slots: readonly Slot[];
};

/** The events of a client as a day sees them, oldest first: a slot that nothing met is one once its window is over. */
export function eventsAt({ rows, events, slots }: ScreenRecords, today: Day, settings: ProgramSettings): readonly ScreenEvent[] {
  const { missed, replaced } = unmetSlots(slots, rows, today, settings);
  if (missed.length === 0 && replaced.size === 0) return events;
  return [...events.filter(({ id }) => !replaced.has(id)), ...missed.map((slot) => missedEvent(slot.id, slot.on))].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
}
