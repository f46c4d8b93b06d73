import type { Problem } from '#domain/imports/problems.ts';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { slotMetBy } from '#domain/drug-screens/slots-met.ts';
import type { ImportContext } from '../import-context.rows.ts';
import type { NewScreen } from './screen-rows.ts';

type Slot = { readonly id: string; readonly on: Day; taken: boolean };
type NewSlot = {
  readonly organization_id: string;
  readonly id: string;
  readonly client_id: string;
  readonly session_id: null;
  readonly due_on: Day;
};

export type Slots = {
  readonly made: readonly NewSlot[];
  /** The slot that a scheduled screen meets: one that waits for it, or a new one of its own day. */
  readonly slotFor: (screen: NewScreen) => string | Problem;
};

/** The testing schedule of a batch's clients, and the slots that imported scheduled screens add to it. */
export async function slotsOf({ db, organizationId, settings }: ImportContext, clientIds: readonly string[]): Promise<Slots> {
  const all = sql<string>`any(${clientIds}::uuid[])`;
  const rows = await db
    .selectFrom('screen_slot')
    .select(['id', 'client_id', 'due_on'])
    .where('client_id', '=', all)
    .where('reason', '=', 'scheduled')
    .execute();
  const met = await db.selectFrom('screen').select('slot_id').where('client_id', '=', all).where('slot_id', 'is not', null).execute();
  const taken = new Set(met.map(({ slot_id }) => slot_id));
  const byClient = new Map<string, Slot[]>();
  const slotsFor = (clientId: string) => byClient.get(clientId) ?? byClient.set(clientId, []).get(clientId) ?? [];
  for (const { id, client_id, due_on: on } of rows) slotsFor(client_id).push({ id, on, taken: taken.has(id) });
  const made: NewSlot[] = [];
  return {
    made,
    slotFor: ({ client_id, collected_on: on, outcome }) => {
      const slots = slotsFor(client_id);
      const sameDay = slots.find((slot) => slot.on === on);
      if (sameDay?.taken === true) return { code: 'slot-taken' };
      // A file that says of a later day that it was scheduled means a slot of that day, and not one that was answered before it.
      const waiting = slots.flatMap((slot) => (slot.taken ? [] : [{ ...slot, answered: null }]));
      const met = slotMetBy({ on, outcome }, waiting, settings);
      const slot = slots.find((one) => one.id === met?.id) ?? { id: randomUUID(), on, taken: true };
      if (met === null) {
        slots.push(slot);
        made.push({ organization_id: organizationId, id: slot.id, client_id, session_id: null, due_on: on });
      }
      slot.taken = true;
      return slot.id;
    },
  };
}
