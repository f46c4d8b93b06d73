import { daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { slotsMet } from '#domain/drug-screens/slots-met.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { ScreenRow } from '#server/drug-screens/screens.rows.ts';
import type { Slot } from './screen-slots.rows.ts';

type Row = Pick<ScreenRow, 'id' | 'slot_id' | 'scheduled' | 'outcome' | 'collected_on'>;

/**
 * Slots that nothing answered and whose window is over, and the entries "not collected" whose slot a collection met after all.
 * One slot is one event: a cup handed over within the window takes the place of the miss that was written down before it.
 */
export function unmetSlots(
  slots: readonly Slot[],
  rows: readonly Row[],
  today: Day,
  settings: ProgramSettings,
): { readonly missed: readonly Slot[]; readonly replaced: ReadonlySet<string> } {
  const answer = new Map(rows.flatMap((row) => (row.slot_id === null ? [] : [[row.slot_id, row]])));
  const unanswered = slots.filter(({ id }) => (answer.get(id)?.outcome ?? 'not-collected') === 'not-collected');
  const free = rows
    .filter((row) => row.slot_id === null && row.outcome === 'collected')
    .map((row) => ({ id: row.id, on: row.collected_on, scheduled: row.scheduled }));
  const met = slotsMet(unanswered, free, settings);
  const over = ({ on }: Slot) => daysBetween(on, today) * 24 > settings.screenWindowHours;
  return {
    missed: unanswered.filter((slot) => !answer.has(slot.id) && !met.has(slot.id) && over(slot)),
    replaced: new Set([...met.keys()].flatMap((slotId) => answer.get(slotId)?.id ?? [])),
  };
}
