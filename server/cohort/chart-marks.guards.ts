import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { noteProblem } from '#domain/cohort/chart-marks.ts';
import { markProblemWords } from '#domain/cohort/chart-marks-words.ts';
import { found } from '#server/database/not-found.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { chartScopeOf, type ChartScope } from './chart-records.rows.ts';
import type { CohortQuestion } from './cohort-span.ts';

type Wanted = CohortQuestion & { readonly week: Day };

/** Refuses a chart that isn't this person's to mark, and a week that no chart shows yet. The marks of a program are made one after another. */
export async function lockChart(
  context: Pick<Context, 'db' | 'actor' | 'now' | 'zone'>,
  { site, program, week }: Wanted,
): Promise<ChartScope> {
  const { db, now, zone } = context;
  const scope = await chartScopeOf(context, { site, program });
  if (scope.programIds.length === 0) throw refuseField('program', 'There is no such program. Choose one from the list.');
  await db
    .selectFrom('program')
    .select('id')
    .where('id', 'in', [...scope.programIds])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (scope.siteId !== null && (await db.selectFrom('site').select('id').where('id', '=', scope.siteId).executeTakeFirst()) === undefined)
    throw refuseField('site', 'There is no such site. Choose one from the list.');
  const problem = noteProblem(week, dayAt(now, zone));
  if (problem !== null) throw refuseField('week', markProblemWords(problem));
  return scope;
}

/** The mark that is to be taken back, locked. Refuses one of a program where the person doesn't work, and one that was taken back already. */
export async function lockMark(context: Pick<Context, 'db' | 'actor'>, markId: string) {
  const { programIds } = await chartScopeOf(context, {});
  const mark = found(
    await context.db.selectFrom('chart_mark').selectAll().where('id', '=', markId).forNoKeyUpdate().executeTakeFirst(),
    'not-found',
  );
  if (!mark.program_ids.every((id) => programIds.includes(id))) throw new Refusal('not-found');
  if (mark.withdrawn_at !== null) throw new Refusal('wrong-state', 'This mark was taken back already.');
  return mark;
}
