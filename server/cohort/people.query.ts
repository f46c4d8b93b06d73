import type { Contract } from '#contract/index.ts';
import { collectedOfScheduled, hoursDelivered, unexpectedOfCollected, type MeasureKind } from '#domain/cohort/measures.ts';
import { sortIn } from '#domain/cohort/people-sort.ts';
import { tallyOf, type CohortRow, type Measured } from '#domain/cohort/rows.ts';
import { answerRowsIn } from './responses.rows.ts';
import { hoursRows, hoursTally, staleCounted } from './delivered-hours.rows.ts';
import { answeredBy, wasCollected } from './measures.ts';
import { answerDetails, hoursDetails, isRequested, listed, screenDetails, type Nameless } from './people-listed.ts';
import { named, positionsOf } from './people-names.rows.ts';
import { pageOfPeople } from './people-order.ts';
import { boundsOf, type CohortQuestion, type CohortSpan } from './cohort-span.ts';
import { listSpanOf } from './cohort-span.guards.ts';
import { screenRowsIn } from './screens.rows.ts';
import { beingWorkedOut, staleLookedFor } from '#server/projections/fresh-answers.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

/** The people behind one measure, by name, with how each counts, a page at a time. */
export const people: Procedure<Contract['cohort']['people']> = async (
  { measure, counted = 'counted', sort, after, ...question },
  context,
) => {
  const span = listSpanOf(question, context);
  const stale = measure === 'hours' ? await staleCounted(context, question, boundsOf(span.weeks), staleLookedFor) : [];
  const { tally, rows } = await behind(measure, question, span, context);
  const positions = await positionsOf(
    rows.map(({ clientId }) => clientId),
    context,
  );
  const { page, ...inAll } = pageOfPeople(rows, positions, { counted, sort: sortIn(sort), after: after ?? null });
  return {
    asOf: context.now,
    timeZone: context.zone,
    measure,
    from: span.from,
    to: span.to,
    counted,
    tally: { ...tally, excluded: [...tally.excluded], separate: [...tally.separate] },
    beingWorkedOut: beingWorkedOut(context, stale),
    open: rows.filter((row) => isRequested(row, 'open')).length,
    waiting: rows.filter((row) => isRequested(row, 'waiting')).length,
    rows: await named(page, context),
    ...inAll,
  };
};

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
      return {
        tally: await hoursTally(context, question, boundsOf(span.weeks)),
        rows: listed(await hoursRows(context, question, span.weeks), hoursDelivered, hoursDetails),
      };
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
