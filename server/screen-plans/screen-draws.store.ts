import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { DrawReason } from '#domain/screen-plans/draw-chance.ts';
import type { Drawing } from './undecided-days.rows.ts';

export type DecidedDay = {
  readonly clientId: string;
  readonly on: Day;
  readonly planId: string | null;
  readonly chance: number;
  readonly because: DrawReason;
  readonly drawn: boolean;
};

/** Keeps what was decided of each day. A day that another server decided meanwhile stays as it is; answers the days that are kept by this. */
export async function insertDraws({ db, organizationId, now }: Drawing, days: readonly DecidedDay[]): Promise<ReadonlySet<string>> {
  if (days.length === 0) return new Set();
  const written = await db
    .insertInto('screen_draw')
    .values(
      days.map(({ clientId, on, planId, chance, because, drawn }) => ({
        organization_id: organizationId,
        client_id: clientId,
        on_day: on,
        plan_id: planId,
        chance,
        because,
        drawn,
        drawn_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['client_id', 'on_day'])
    .execute();
  return new Set(written.map(({ client_id, on_day }) => dayKey({ clientId: client_id, on: on_day })));
}

/** One day of one client. */
export const dayKey = ({ clientId, on }: Pick<DecidedDay, 'clientId' | 'on'>): string => `${clientId} ${on}`;

export type DrawnSlot = {
  readonly clientId: string;
  readonly sessionId: string;
  readonly on: Day;
  readonly opensAt: Instant;
  readonly planId: string | null;
  readonly panelId: string | null;
};

/** Adds the slots of drawn days. A day that has its slot keeps it. */
export async function insertDrawnSlots({ db, organizationId }: Drawing, slots: readonly DrawnSlot[]): Promise<void> {
  if (slots.length === 0) return;
  await db
    .insertInto('screen_slot')
    .values(
      slots.map(({ clientId, sessionId, on, opensAt, planId, panelId }) => ({
        organization_id: organizationId,
        client_id: clientId,
        session_id: sessionId,
        due_on: on,
        opens_at: opensAt,
        plan_id: planId,
        panel_id: panelId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a slot back that nobody could know of. */
export async function removeSlot({ db }: Drawing, slotId: string): Promise<void> {
  await db.deleteFrom('screen_slot').where('id', '=', slotId).execute();
}

/** Moves a slot to another session of its day. */
export async function moveSlot({ db }: Drawing, slotId: string, sessionId: string, opensAt: Instant): Promise<void> {
  await db.updateTable('screen_slot').set({ session_id: sessionId, opens_at: opensAt }).where('id', '=', slotId).execute();
}
