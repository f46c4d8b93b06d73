import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import { firstDayMet } from '#domain/drug-screens/slots-met.ts';
import { isOpen } from '#server/screen-plans/open-slots.ts';
import type { FoundSession } from '#server/scheduling/sessions.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export type DueSlot = {
  readonly id: string;
  readonly clientId: string;
  readonly on: Day;
  /** Drawn by the schedule. One that somebody asked for is met only where a row names it, and counts as outside the schedule. */
  readonly scheduled: boolean;
  /** Due in this session, not only still within its window. */
  readonly dueHere: boolean;
  /** What stands of it. */
  readonly answered: CollectionOutcome | null;
  /** Some row names the slot already, amended or not: no other first row may. */
  readonly taken: boolean;
};

/** Slots of these clients that a cup of this session can meet: of the session, of its day, or still within their window. */
export async function openSlots(
  { db, settings, now }: Pick<Context, 'db' | 'settings' | 'now'>,
  session: FoundSession,
  clientIds: readonly string[],
): Promise<readonly DueSlot[]> {
  const first = firstDayMet(session.session_on, settings);
  const rows = await db
    .selectFrom('screen_slot as slot')
    .select(['slot.id', 'slot.client_id', 'slot.session_id', 'slot.due_on', 'slot.reason'])
    .select(
      sql<boolean>`exists (select from attendance a where a.organization_id = slot.organization_id and a.session_id = ${session.id} and a.client_id = slot.client_id)`.as(
        'booked',
      ),
    )
    .select(sql<boolean>`exists (select from screen s where s.organization_id = slot.organization_id and s.slot_id = slot.id)`.as('taken'))
    .select(
      sql<CollectionOutcome | null>`(select s.outcome from screen s where s.organization_id = slot.organization_id and s.slot_id = slot.id
        and not exists (select from screen l where l.organization_id = s.organization_id and l.amends_id = s.id) limit 1)`.as('outcome'),
    )
    .where((eb) => eb('slot.client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .where('slot.due_on', '<=', session.session_on)
    .where(isOpen('slot', now))
    .where((eb) => eb.or([eb('slot.session_id', '=', session.id), eb('slot.due_on', '>=', first)]))
    .orderBy('slot.due_on', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    dueHere: row.session_id === session.id || (row.session_id === null && row.due_on === session.session_on && row.booked),
    on: row.due_on,
    scheduled: row.reason === 'scheduled',
    answered: row.outcome,
    taken: row.taken,
  }));
}
