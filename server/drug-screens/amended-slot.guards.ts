import { sql } from 'kysely';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { NewScreen } from './screens.store.ts';

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
