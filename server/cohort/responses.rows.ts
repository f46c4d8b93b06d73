import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { AnswerFact } from '#domain/cohort/measures.ts';
import type { CohortRow } from '#domain/cohort/rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { staysIn } from './cohort-stays.rows.ts';
import type { CohortQuestion, CohortSpan } from './cohort-span.ts';

export type CohortAnswer = AnswerFact & { readonly analytes: readonly string[] };

type Reading = Pick<Context, 'db' | 'actor' | 'zone'>;

/** Whether a stay is the last one that had begun by the day on which a result was received. */
export const isLastStayBy = (receivedOn: RawBuilder<Day>): RawBuilder<boolean> =>
  sql<boolean>`(${receivedOn} >= stay.opened_on and not exists (select from episode later where later.organization_id = adjustment.organization_id
    and later.client_id = adjustment.client_id and later.opened_on > stay.opened_on and later.opened_on <= ${receivedOn}))`;

/**
 * Every result of the span that asked for an answer, with its answer where there is one. A result that came after its stay had ended
 * still asks, so it counts through the last stay that had begun by then.
 */
export async function answerRowsIn(
  { db, actor, zone }: Reading,
  question: CohortQuestion,
  { from, to }: CohortSpan,
): Promise<CohortRow<CohortAnswer>[]> {
  const receivedOn = sql<Day>`(adjustment.opened_at at time zone ${zone})::date`;
  const rows = await db
    .with('stay', () => staysIn(db, actor, question))
    .selectFrom('adjustment')
    .innerJoin('stay', 'stay.client_id', 'adjustment.client_id')
    .select([
      'adjustment.id',
      'adjustment.client_id',
      'adjustment.opened_at',
      'adjustment.signed_at',
      'adjustment.explained_at',
      'adjustment.amended_at',
      'adjustment.analytes',
      receivedOn.as('received_on'),
    ])
    .where('adjustment.trigger', '=', 'screen')
    .where(receivedOn, '>=', from)
    .where(receivedOn, '<=', to)
    .where(isLastStayBy(receivedOn))
    .orderBy('adjustment.opened_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    on: row.received_on,
    fact: {
      clientId: row.client_id,
      receivedAt: row.opened_at,
      answeredAt: row.signed_at ?? row.explained_at,
      explained: row.signed_at === null && row.explained_at !== null,
      analytes: row.analytes,
    },
    exclusion: row.amended_at === null ? null : 'corrected',
  }));
}
