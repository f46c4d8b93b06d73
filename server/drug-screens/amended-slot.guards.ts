import { sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { isOpen, isScheduled } from '#server/screen-plans/open-slots.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { NewScreen } from './screens.store.ts';

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

/** Refuses to move a screen to where there is one like it already. */
export async function refuseTwice(
  { db }: Context,
  { clientId, collectedOn, specimen }: Pick<NewScreen, 'clientId' | 'collectedOn' | 'specimen'>,
): Promise<void> {
  // Breath may be read twice on a day, as a second reading after a quarter of an hour.
  if (specimen === 'breath-alcohol') return;
  const other = await db
    .selectFrom('screen')
    .select('id')
    .where('client_id', '=', clientId)
    .where('collected_on', '=', collectedOn)
    .where('specimen', 'is not distinct from', specimen)
    .where(sql<boolean>`not exists (select from screen l where l.organization_id = screen.organization_id and l.amends_id = screen.id)`)
    .executeTakeFirst();
  if (other !== undefined) throw new Refusal('duplicate', 'This client has such a specimen on that day already. Correct that one instead.');
}
