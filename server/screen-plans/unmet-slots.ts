import type { Day } from '#domain/calendar/calendar.ts';
import { slotsSettled } from '#domain/drug-screens/slots-met.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { ScreenRow } from '#server/drug-screens/screens.rows.ts';
import type { Slot } from './screen-slots.rows.ts';

type Row = Pick<ScreenRow, 'id' | 'slot_id' | 'scheduled' | 'outcome' | 'collected_on'>;

/** What became of a client's slots by a day, from the rows that stand. */
export const unmetSlots = (slots: readonly Slot[], rows: readonly Row[], today: Day, settings: ProgramSettings) =>
  slotsSettled(
    slots,
    rows.map(({ id, slot_id: slotId, scheduled, outcome, collected_on: on }) => ({ id, slotId, scheduled, outcome, on })),
    today,
    settings,
  );
