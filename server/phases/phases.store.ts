import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { StoredCriterion } from '#domain/phases/criteria.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Criteria = readonly StoredCriterion[];

/** The phase goes on, with what was found met and the day of its next review. */
export async function reviewPhase(
  { db }: Pick<Context, 'db'>,
  id: string,
  { criteria, nextOn }: { readonly criteria: Criteria; readonly nextOn: Day | null },
): Promise<void> {
  await db
    .updateTable('phase_span')
    .set({ criteria: JSON.stringify(criteria), review_due_on: nextOn })
    .where('id', '=', id)
    .execute();
}

/** The phase ends the day before the next one begins. */
export async function endPhase(
  { db }: Pick<Context, 'db'>,
  id: string,
  { criteria, nextFrom }: { readonly criteria: Criteria; readonly nextFrom: Day },
): Promise<void> {
  await db
    .updateTable('phase_span')
    .set({ criteria: JSON.stringify(criteria), to_on: addDays(nextFrom, -1), review_due_on: null })
    .where('id', '=', id)
    .execute();
}

type NewPhase = {
  readonly number: number;
  readonly name: string;
  readonly from: Day;
  readonly reviewDueOn: Day | null;
  readonly criteria: Criteria;
};

export async function beginPhase({ db, actor }: Pick<Context, 'db' | 'actor'>, clientId: string, phase: NewPhase): Promise<void> {
  await db
    .insertInto('phase_span')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      number: phase.number,
      name: phase.name,
      from_on: phase.from,
      to_on: null,
      review_due_on: phase.reviewDueOn,
      criteria: JSON.stringify(phase.criteria),
    })
    .execute();
}
