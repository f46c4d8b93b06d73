import { sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { isOpen, isScheduled } from '#server/screen-plans/open-slots.ts';

/** The slot that a screen meets with the client whose it really was. */
export async function slotFor(
  { db, settings, now }: Context,
  clientId: string,
  on: Day,
): Promise<{ slotId: string | null; scheduled: boolean }> {
  const slot = await db
    .selectFrom('screen_slot as slot')
    .select('slot.id')
    .where('slot.client_id', '=', clientId)
    .where('slot.due_on', '>=', addDays(on, -Math.floor(settings.screenWindowHours / 24)))
    .where('slot.due_on', '<=', on)
    .where(isScheduled('slot'))
    .where(isOpen('slot', now))
    .where(sql<boolean>`not exists (select from screen s where s.organization_id = slot.organization_id and s.slot_id = slot.id
      and not exists (select from screen l where l.organization_id = s.organization_id and l.amends_id = s.id))`)
    .orderBy('slot.due_on', 'desc')
    .executeTakeFirst();
  return { slotId: slot?.id ?? null, scheduled: slot !== undefined };
}
