import type { Day } from '#domain/calendar/calendar.ts';
import { slotMetBy } from '#domain/drug-screens/slots-met.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import { refuseField } from '#server/http/refusal.ts';
import type { DueSlot } from './due-slots.rows.ts';
import type { Row } from './log-entries.guards.ts';

/** The slot that a row meets, and whether it counts as scheduled. A row that isn't due here must say that it is a walk-in. */
export function slotOfRow(
  row: Row,
  index: number,
  slots: readonly DueSlot[],
  on: Day,
  settings: ProgramSettings,
): { readonly slotId: string | null; readonly scheduled: boolean } {
  const own = slots.filter(({ clientId }) => clientId === row.clientId);
  if (row.forCause === true || row.secondSpecimen === true) return { slotId: null, scheduled: false };
  if (row.slotId !== null) {
    const slot = own.find(({ id, dueHere }) => id === row.slotId && dueHere);
    if (slot === undefined)
      throw refuseField(
        `rows.${index}.slotId`,
        'This client has no such slot in this session. Load the log again, or add them as a walk-in.',
      );
    return { slotId: slot.taken ? null : slot.id, scheduled: slot.scheduled };
  }
  if (row.walkIn !== true)
    throw refuseField(`rows.${index}.clientId`, 'This client isn’t due in this session. Add them as a walk-in, or take the row out.');
  const met = slotMetBy(
    { on, outcome: row.outcome },
    own.filter(({ scheduled }) => scheduled),
    settings,
  );
  return { slotId: met === null || met.taken ? null : met.id, scheduled: met !== null };
}
