import { dayAt } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export type NewPlan = {
  readonly version: number;
  /** Null follows the program. */
  readonly rate: { readonly perWeek: number; readonly maxGapDays: number; readonly panelId: string | null } | null;
  readonly why: string | null;
};

/** Keeps a client's plan, which holds from today on. */
export async function insertPlan({ db, actor, now, zone }: Context, clientId: string, { version, rate, why }: NewPlan): Promise<void> {
  await db
    .insertInto('screen_plan')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      version,
      per_week: rate?.perWeek ?? null,
      max_gap_days: rate?.maxGapDays ?? null,
      panel_id: rate?.panelId ?? null,
      why,
      from_on: dayAt(now, zone),
      set_by: actor.staffId,
      set_at: now,
    })
    .execute();
}
