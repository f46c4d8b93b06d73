import { sql } from 'kysely';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import type { Baseline, ChartRecord, Rebase } from '#domain/cohort/stretches.ts';
import { countsWholePrograms } from '#server/access/program-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { CohortQuestion } from './cohort-span.ts';

/** Whose charts these are: those of some programs together, at one site or all. A caseload has no programs and no marks. */
export type ChartScope = { readonly programIds: readonly string[]; readonly siteId: string | null };

/** The programs of a question that a person counts, in the order of their ids, and its site. */
export async function chartScopeOf({ db, actor }: Pick<Context, 'db' | 'actor'>, { site, program }: CohortQuestion): Promise<ChartScope> {
  const siteId = site ?? null;
  if (!countsWholePrograms(actor)) return { programIds: [], siteId };
  const rows = await db
    .selectFrom('staff_program')
    .select('staff_program.program_id')
    .where('staff_program.staff_id', '=', actor.staffId)
    .$if(program !== undefined, (query) => query.where('staff_program.program_id', '=', program ?? ''))
    .orderBy('staff_program.program_id')
    .execute();
  return { programIds: rows.map(({ program_id }) => program_id), siteId };
}

/** The name under which a chart keeps its limits; null where it keeps none. */
export const chartKey = ({ programIds, siteId }: ChartScope): string | null =>
  programIds.length === 0 ? null : `${programIds.join(',')}@${siteId ?? ''}`;

export type StoredMark = Awaited<ReturnType<typeof marksOf>>[number];

/** The marks on every chart that shares a program and a site with this one, the oldest first, with who made each and who took it back. */
export const marksOf = (db: Database, { programIds, siteId }: ChartScope) =>
  db
    .selectFrom('chart_mark as mark')
    .innerJoin('staff', (join) => join.onRef('staff.organization_id', '=', 'mark.organization_id').onRef('staff.id', '=', 'mark.by'))
    .leftJoin('site', (join) => join.onRef('site.organization_id', '=', 'mark.organization_id').onRef('site.id', '=', 'mark.site_id'))
    .leftJoin('staff as withdrawer', (join) =>
      join.onRef('withdrawer.organization_id', '=', 'mark.organization_id').onRef('withdrawer.id', '=', 'mark.withdrawn_by'),
    )
    .selectAll('mark')
    .select(['staff.name as author', 'site.name as site', 'withdrawer.name as withdrawn_by_name'])
    .select(
      sql<string[]>`array(select program.name from program where program.organization_id = mark.organization_id
      and program.id = any(mark.program_ids) order by name_order(program.name) collate "C")`.as('programs'),
    )
    .where(sql<boolean>`mark.program_ids && ${[...programIds]}::uuid[]`)
    .$if(siteId !== null, (query) => query.where((eb) => eb.or([eb('mark.site_id', 'is', null), eb('mark.site_id', '=', siteId)])))
    .orderBy('mark.week')
    .orderBy('mark.at')
    .execute();

/** Whether a mark was made on this very chart. */
export const isOnChart = (mark: Pick<StoredMark, 'program_ids' | 'site_id'>, { programIds, siteId }: ChartScope): boolean =>
  mark.site_id === siteId && mark.program_ids.join() === programIds.join();

/** The limits that a chart keeps, by the measure that they are of. */
export async function baselinesOf(db: Database, key: string): Promise<ReadonlyMap<MeasureKind, readonly Baseline[]>> {
  const rows = await db.selectFrom('chart_baseline').selectAll().where('chart', '=', key).orderBy('from_on').execute();
  return new Map(
    [...Map.groupBy(rows, ({ measure }) => measure)].map(([measure, own]) => [
      measure,
      own.map((row) => ({ from: row.from_on, to: row.to_on, weeks: row.period_weeks, mean: row.mean, sigma: row.sigma })),
    ]),
  );
}

/** What the charts of a scope rest on besides their numbers. */
export type ChartRecords = { readonly marks: readonly StoredMark[]; readonly of: (measure: MeasureKind) => ChartRecord };

/** A chart is rebased by itself: what is said of all programs together says nothing of the limits of one of them. */
export async function chartRecordsOf(db: Database, scope: ChartScope): Promise<ChartRecords> {
  const key = chartKey(scope);
  if (key === null) return { marks: [], of: () => ({ rebases: [], baselines: [] }) };
  const marks = await marksOf(db, scope);
  const own = marks.filter((mark) => isOnChart(mark, scope));
  const baselines = await baselinesOf(db, key);
  return {
    marks,
    of: (measure) => ({
      rebases: own.filter((mark) => mark.measure === measure).flatMap(rebaseOf),
      baselines: baselines.get(measure) ?? [],
    }),
  };
}

function rebaseOf({ kind, week, withdrawn_at, signal_rule, signal_side, signal_points }: StoredMark): readonly Rebase[] {
  if (kind !== 'rebase' || withdrawn_at !== null || signal_rule === null || signal_side === null || signal_points === null) return [];
  return [{ from: week, signal: { rule: signal_rule, side: signal_side, points: signal_points } }];
}
