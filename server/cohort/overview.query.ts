import type { Contract } from '#contract/index.ts';
import { collectedOfScheduled, hoursDelivered, unexpectedOfCollected } from '#domain/cohort/measures.ts';
import { countsWholePrograms } from '#server/access/program-scope.ts';
import { answerRowsIn } from './responses.rows.ts';
import { hoursRows } from './delivered-hours.rows.ts';
import { answeredBy, collectedWeeks, latestWeeks, measuredOver, timeToAnswer, wasCollected } from './measures.ts';
import { partOf, within } from './section.ts';
import { boundsOf } from './cohort-span.ts';
import { spanOf } from './cohort-span.guards.ts';
import { screenCountsIn } from './screen-counts.rows.ts';
import { screenRowsIn } from './screens.rows.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

/** The measures of a cohort, each with its control chart. A part that can't be read leaves the others. */
export const overview: Procedure<Contract['cohort']['overview']> = async (question, context) => {
  const { db, actor, now, zone, settings } = context;
  const span = spanOf(question, context);
  const { weeks } = span;
  const bounds = boundsOf(weeks);
  const latest = boundsOf(weeks.slice(-latestWeeks));
  const hours = await partOf(db, () => hoursRows(context, question, weeks));
  const screens = await partOf(db, async () => ({
    counted: await screenCountsIn(context, question, span),
    recent: latest === null ? [] : await screenRowsIn(context, question, { ...span, ...latest }),
  }));
  const answers = await partOf(db, () => answerRowsIn(context, question, span));
  return {
    asOf: now,
    timeZone: zone,
    today: span.today,
    whose: countsWholePrograms(actor) ? 'programs' : 'caseload',
    from: span.from,
    to: span.to,
    weeks: bounds === null ? null : { ...bounds, count: weeks.length },
    latest,
    choices: await choicesOf(context),
    measures: {
      answered: within(answers, (rows) => measuredOver('answered', rows, answeredBy(context), weeks, latest)),
      collected: within(screens, ({ counted, recent }) => measuredOver('collected', counted, collectedOfScheduled, weeks, latest, recent)),
      hours: within(hours, (rows) => measuredOver('hours', rows, hoursDelivered, weeks, latest)),
      unexpected: within(screens, ({ counted, recent }) =>
        measuredOver('unexpected', counted.filter(wasCollected), unexpectedOfCollected, weeks, latest, recent.filter(wasCollected)),
      ),
    },
    timeToAnswer: within(answers, (rows) => timeToAnswer(rows, latest, now, settings)),
    collectedWeeks: within(screens, ({ counted }) => collectedWeeks(counted, weeks)),
  };
};

async function choicesOf({ db, actor }: Context) {
  const sites = await db.selectFrom('site').select(['id', 'name']).orderBy('name').execute();
  const programs = await db
    .selectFrom('program')
    .select(['program.id', 'program.name'])
    .where((eb) =>
      eb(
        'program.id',
        'in',
        eb.selectFrom('staff_program').select('staff_program.program_id').where('staff_program.staff_id', '=', actor.staffId),
      ),
    )
    .orderBy('program.name')
    .execute();
  return { sites, programs };
}
