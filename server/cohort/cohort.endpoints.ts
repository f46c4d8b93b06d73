import type { Contract } from '#contract/index.ts';
import { answeredInTime, collectedOfScheduled, hoursDelivered, unexpectedOfCollected, type MeasureKind } from '#domain/cohort/measures.ts';
import { tallyOf, type CohortRow, type Measured } from '#domain/cohort/rows.ts';
import { closedWeeks } from '#domain/cohort/weeks.ts';
import { answerRowsIn, type CohortAnswer } from './responses.rows.ts';
import { hoursRows } from './hours.rows.ts';
import { answerDetails, hoursDetails, isRequested, listed, screenDetails, type Nameless } from './people-listed.ts';
import { collectedWeeks, measuredOver, timeToAnswer } from './measures.ts';
import { named } from './people-names.rows.ts';
import { partOf, within } from './section.ts';
import { boundsOf, spanOf, type CohortQuestion, type CohortSpan } from './cohort-stays.rows.ts';
import { screenCountsIn } from './screen-counts.rows.ts';
import { screenRowsIn, type CohortScreen } from './screens.rows.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';

const latestWeeks = 4;

export const cohort: ProceduresOf<Contract['cohort']> = {
  overview: async (question, context) => {
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
      whose: actor.role === 'director' ? 'programs' : 'caseload',
      from: span.from,
      to: span.to,
      weeks: bounds === null ? null : { ...bounds, count: weeks.length },
      latest,
      choices: await choicesOf(context),
      measures: {
        answered: within(answers, (rows) => measuredOver('answered', rows, answeredBy(context), weeks, latest)),
        collected: within(screens, ({ counted, recent }) =>
          measuredOver('collected', counted, collectedOfScheduled, weeks, latest, recent),
        ),
        hours: within(hours, (rows) => measuredOver('hours', rows, hoursDelivered, weeks, latest)),
        unexpected: within(screens, ({ counted, recent }) =>
          measuredOver('unexpected', counted.filter(wasCollected), unexpectedOfCollected, weeks, latest, recent.filter(wasCollected)),
        ),
      },
      timeToAnswer: within(answers, (rows) => timeToAnswer(rows, latest, now, settings)),
      collectedWeeks: within(screens, ({ counted }) => collectedWeeks(counted, weeks)),
    };
  },

  people: async ({ measure, counted = 'counted', ...question }, context) => {
    const span = listSpanOf(question, context);
    const { tally, rows } = await behind(measure, question, span, context);
    const requested = rows.filter((row) => isRequested(row, counted));
    return {
      asOf: context.now,
      timeZone: context.zone,
      measure,
      from: span.from,
      to: span.to,
      counted,
      tally: { ...tally, excluded: [...tally.excluded], separate: [...tally.separate] },
      open: rows.filter((row) => isRequested(row, 'open')).length,
      waiting: rows.filter((row) => isRequested(row, 'waiting')).length,
      rows: await named(requested, context),
    };
  },
};

const wasCollected = ({ fact }: CohortRow<CohortScreen>): boolean => fact.outcome === 'collected';

const answeredBy =
  ({ now, settings }: Context) =>
  (facts: readonly CohortAnswer[]) =>
    answeredInTime(facts, now, settings);

/** A list without dates is that of the latest weeks, as the page's numbers are. */
function listSpanOf(question: CohortQuestion, context: Context): CohortSpan {
  const span = spanOf(question, context);
  if (question.from !== undefined) return span;
  const latest = boundsOf(span.weeks.slice(-latestWeeks));
  return latest === null ? span : { ...span, ...latest, weeks: closedWeeks(latest.from, latest.to, span.today) };
}

/** The rows behind one measure, and what they add up to. */
async function behind(measure: MeasureKind, question: CohortQuestion, span: CohortSpan, context: Context) {
  switch (measure) {
    case 'answered':
      return both(await answerRowsIn(context, question, span), answeredBy(context), answerDetails(context.now));
    case 'collected':
      return both(await screenRowsIn(context, question, span), collectedOfScheduled, screenDetails);
    case 'unexpected':
      return both((await screenRowsIn(context, question, span)).filter(wasCollected), unexpectedOfCollected, screenDetails);
    case 'hours':
      return both(await hoursRows(context, question, span.weeks), hoursDelivered, hoursDetails);
  }
  return measure satisfies never;
}

const both = <Fact>(
  rows: readonly CohortRow<Fact>[],
  measured: Measured<Fact>,
  details: Parameters<typeof listed<Fact>>[2],
): { tally: ReturnType<typeof tallyOf>; rows: Nameless[] } => ({
  tally: tallyOf(rows, measured),
  rows: listed(rows, measured, details),
});

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
