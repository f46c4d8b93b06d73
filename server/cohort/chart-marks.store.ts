import type { Day } from '#domain/calendar/calendar.ts';
import type { MarkKind } from '#domain/cohort/chart-marks.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import type { Baseline } from '#domain/cohort/stretches.ts';
import type { Signal } from '#domain/statistics/control-charts.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { ChartScope } from './chart-records.rows.ts';

type Mark = { readonly measure: MeasureKind; readonly week: Day; readonly text: string };

/** Puts a mark on a chart; a rebase comes with what the chart said then. */
export async function insertMark(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { programIds, siteId }: ChartScope,
  { measure, week, text }: Mark,
  signal: Signal | null,
): Promise<{ id: string }> {
  const kind: MarkKind = signal === null ? 'note' : 'rebase';
  return db
    .insertInto('chart_mark')
    .values({
      organization_id: actor.organizationId,
      program_ids: [...programIds],
      site_id: siteId,
      measure,
      kind,
      week,
      text,
      signal_rule: signal?.rule ?? null,
      signal_side: signal?.side ?? null,
      signal_points: signal?.points ?? null,
      by: actor.staffId,
      at: now,
      withdrawn_by: null,
      withdrawn_at: null,
      withdrawn_because: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** Takes a mark back; it stays on record. */
export async function withdrawMark({ db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>, id: string, because: string): Promise<void> {
  await db
    .updateTable('chart_mark')
    .set({ withdrawn_by: actor.staffId, withdrawn_at: now, withdrawn_because: because })
    .where('id', '=', id)
    .execute();
}

type Kept = { readonly organizationId: string; readonly chart: string; readonly measure: MeasureKind; readonly on: Day };

/** Keeps the limits that stretches of a chart have by now. What is kept already stays. */
export async function keepBaselines(
  db: Database,
  { organizationId, chart, measure, on }: Kept,
  baselines: readonly Baseline[],
): Promise<void> {
  if (baselines.length === 0) return;
  await db
    .insertInto('chart_baseline')
    .values(
      baselines.map(({ from, to, weeks, mean, sigma }) => ({
        organization_id: organizationId,
        chart,
        measure,
        from_on: from,
        to_on: to,
        period_weeks: weeks,
        mean,
        sigma,
        kept_on: on,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The limits from a rebase that was taken back are kept no longer. */
export async function dropBaseline(
  db: Database,
  { chart, measure, from }: { readonly chart: string; readonly measure: MeasureKind; readonly from: Day },
): Promise<void> {
  await db.deleteFrom('chart_baseline').where('chart', '=', chart).where('measure', '=', measure).where('from_on', '=', from).execute();
}
