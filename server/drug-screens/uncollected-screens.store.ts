import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

type Uncollected = {
  readonly organizationId: string;
  readonly clientId: string;
  readonly slotId: string;
  readonly sessionId: string | null;
  readonly on: Day;
  readonly at: Instant;
  readonly outcome: 'excused' | 'cancelled-by-program';
};

/** Writes down why nothing was collected for a drawn slot. An answer that is there already stays. */
export async function writeUncollected(
  db: Database,
  { organizationId, clientId, slotId, sessionId, on, at, outcome }: Uncollected,
): Promise<void> {
  await db
    .insertInto('screen')
    .values({
      organization_id: organizationId,
      client_id: clientId,
      slot_id: slotId,
      session_id: sessionId,
      scheduled: true,
      outcome,
      collected_on: on,
      received_at: at,
      source: 'logged',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
