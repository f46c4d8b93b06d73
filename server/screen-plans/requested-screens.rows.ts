import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import { requestedState, canWithdraw, type RequestedReason } from '#domain/screen-plans/screen-slots.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Row = {
  readonly id: string;
  readonly reason: RequestedReason;
  readonly due_on: Day;
  readonly opens_at: Instant;
  readonly why: string | null;
  readonly requested_at: Instant;
  readonly withdrawn_at: Instant | null;
  readonly session: string | null;
  readonly starts_at: Instant | null;
  readonly ends_at: Instant | null;
  readonly cancelled: boolean;
  readonly panel: string | null;
  readonly by: string;
  readonly outcome: CollectionOutcome | null;
};

/**
 * What was asked for outside the schedule since a day, the latest first. A cup that was handed over in the same session after the asking
 * answers it too, where the schedule had drawn one as well.
 */
export async function requestedScreens({ db, now }: Pick<Context, 'db' | 'now'>, clientId: string, since: Day | null) {
  const { rows } = await sql<Row>`select slot.id, slot.reason, slot.due_on, slot.opens_at, slot.why, slot.requested_at, slot.withdrawn_at,
      session.title as session, session.starts_at, session.ends_at,
      session.id is null or session.cancelled_because is not null or session.session_on <> slot.due_on as cancelled,
      panel.name as panel, staff.name as by, ${answer} as outcome
    from screen_slot slot join staff on staff.organization_id = slot.organization_id and staff.id = slot.requested_by
    left join session on session.organization_id = slot.organization_id and session.id = slot.session_id
    left join panel on panel.organization_id = slot.organization_id and panel.id = slot.panel_id
    where slot.client_id = ${clientId} and slot.reason <> 'scheduled' and (${since}::date is null or slot.due_on >= ${since})
    order by slot.due_on desc, slot.requested_at desc`.execute(db);
  return rows.map((row) => {
    const { outcome, opens_at: opensAt, cancelled } = row;
    const state = requestedState(
      { outcome, withdrawn: row.withdrawn_at !== null, cancelled, opensAt, endsAt: row.ends_at ?? opensAt },
      now,
    );
    return {
      slotId: row.id,
      reason: row.reason,
      on: row.due_on,
      session: row.session,
      startsAt: row.starts_at,
      panel: row.panel,
      why: row.why,
      by: row.by,
      at: row.requested_at,
      state,
      outcome,
      canWithdraw: canWithdraw(state),
    };
  });
}

/** The outcome of the latest entry for a requested slot: the one that names it, or a cup of the same session that came after it. */
const answer = sql<CollectionOutcome | null>`(select screen.outcome from screen where screen.organization_id = slot.organization_id and screen.client_id = slot.client_id
  and (screen.slot_id = slot.id or (screen.session_id = slot.session_id and screen.outcome = 'collected' and screen.received_at >= slot.requested_at))
  and not exists (select from screen later where later.organization_id = screen.organization_id and later.amends_id = screen.id)
  order by screen.slot_id = slot.id desc nulls last limit 1)`;
