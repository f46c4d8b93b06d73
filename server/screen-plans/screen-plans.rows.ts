import { inNameOrder } from '#server/database/in-name-order.ts';
import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { ScreenPlan } from '#domain/screen-plans/draw-chance.ts';
import { settingsFrom, type ProgramSettings, type Screening } from '#domain/programs/settings.ts';
import type { Database } from '#server/database/pool.ts';

export type StoredPlan = ScreenPlan & { readonly id: string | null; readonly panelId: string | null };

/** The program's plan, which holds for whoever has none of their own. */
export const programPlan = ({ perWeek, maxGapDays }: Screening): StoredPlan => ({ id: null, perWeek, maxGapDays, panelId: null });

/** The plan of each client on a day: their own, or the program's where they have none or were given back to it. */
export async function plansOn(db: Database, clientIds: readonly string[], on: Day, screening: Screening): Promise<Map<string, StoredPlan>> {
  const rows = await db
    .selectFrom('screen_plan')
    .distinctOn('client_id')
    .select(['client_id', 'id', 'per_week', 'max_gap_days', 'panel_id'])
    .where('client_id', '=', sql<string>`any(${clientIds}::uuid[])`)
    .where('from_on', '<=', on)
    .orderBy('client_id')
    .orderBy('version', 'desc')
    .execute();
  const own = new Map(
    rows.flatMap(({ client_id, id, per_week, max_gap_days, panel_id }) =>
      per_week === null || max_gap_days === null
        ? []
        : [[client_id, { id, perWeek: per_week, maxGapDays: max_gap_days, panelId: panel_id }] as const],
    ),
  );
  return new Map(clientIds.map((clientId) => [clientId, own.get(clientId) ?? programPlan(screening)]));
}

/** Every change of a client's plan, newest first, by whom. */
export const planHistory = (db: Database, clientId: string) =>
  db
    .selectFrom('screen_plan as plan')
    .innerJoin('staff', (join) => join.onRef('staff.organization_id', '=', 'plan.organization_id').onRef('staff.id', '=', 'plan.set_by'))
    .leftJoin('panel', (join) => join.onRef('panel.organization_id', '=', 'plan.organization_id').onRef('panel.id', '=', 'plan.panel_id'))
    .select(['plan.version', 'plan.per_week', 'plan.max_gap_days', 'plan.why', 'plan.from_on', 'panel.name as panel', 'staff.name as by'])
    .where('plan.client_id', '=', clientId)
    .orderBy('plan.version', 'desc')
    .execute();

/** The panels of the program, by name. */
export const panelChoices = (db: Database) => db.selectFrom('panel').select(['id', 'name']).orderBy(inNameOrder('name')).execute();

/** What the program's draws go by. */
export async function drawingRules(db: Database): Promise<{ readonly settings: ProgramSettings; readonly synthetic: boolean }> {
  const { settings, synthetic } = await db.selectFrom('organization').select(['settings', 'synthetic']).executeTakeFirstOrThrow();
  return { settings: settingsFrom(settings), synthetic };
}
