import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { firstDayMet, type AnsweredSlot } from '#domain/drug-screens/slots-met.ts';
import type { CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { isOpen, isScheduled } from '#server/screen-plans/open-slots.ts';

/** The slots of a client's testing schedule that something of a day can meet, with what stands of each. */
export async function scheduledSlots({ db, settings, now }: Context, clientId: string, on: Day): Promise<readonly AnsweredSlot[]> {
  const rows = await db
    .selectFrom('screen_slot as slot')
    .select(['slot.id', 'slot.due_on'])
    .select(
      sql<CollectionOutcome | null>`(select s.outcome from screen s where s.organization_id = slot.organization_id and s.slot_id = slot.id
        and not exists (select from screen l where l.organization_id = s.organization_id and l.amends_id = s.id) limit 1)`.as('outcome'),
    )
    .where('slot.client_id', '=', clientId)
    .where('slot.due_on', '>=', firstDayMet(on, settings))
    .where('slot.due_on', '<=', on)
    .where(isScheduled('slot'))
    .where(isOpen('slot', now))
    .orderBy('slot.due_on')
    .execute();
  return rows.map(({ id, due_on, outcome }) => ({ id, on: due_on, answered: outcome }));
}
