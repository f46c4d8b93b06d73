import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { phaseReviewed } from './phase-review.store.ts';
import { idIn, type Reviewed } from '#server/care-plan/reviewed.ts';

type Tied = { readonly instrument: string | null; readonly goal_id: string | null; readonly phase_id: string | null };
const untied: Tied = { instrument: null, goal_id: null, phase_id: null };

/** Does what a review decided, and answers what it is tied to. Refuses one about something that the client doesn't have. */
export async function moved(review: Reviewed, context: Context): Promise<Tied> {
  const { what, about, criteriaMet } = review;
  if (what !== 'phase' && criteriaMet.length > 0) throw refuseField('criteriaMet', 'Only a phase has criteria. Leave them out.');
  switch (what) {
    case 'instrument':
      return { ...untied, instrument: await instrumentOf(review, context) };
    case 'goal':
      return { ...untied, goal_id: await goalReviewed(review, context) };
    case 'phase':
      return { ...untied, phase_id: await phaseReviewed(review, context) };
    case 'care-plan':
    case 'continuing-care':
      if (about !== null) throw refuseField('about', 'There is one of these. Leave this out.');
      return untied;
  }
  return what satisfies never;
}

async function instrumentOf({ clientId, about }: Reviewed, { db }: Context): Promise<string> {
  const taken = await db
    .selectFrom('instrument_score')
    .select('instrument')
    .where('client_id', '=', clientId)
    .where('instrument', '=', about ?? '')
    .limit(1)
    .executeTakeFirst();
  if (taken === undefined) throw refuseField('about', 'This client has not taken that instrument. Choose one of the list.');
  return taken.instrument;
}

async function goalReviewed({ clientId, about, on, nextOn, rating }: Reviewed, { db, actor }: Context): Promise<string> {
  const goal = await db
    .updateTable('goal')
    .set({ next_review_on: nextOn })
    .where('client_id', '=', clientId)
    .where('id', '=', idIn(about))
    .where('closed_on', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (goal === undefined) throw refuseField('about', 'This client has no such goal. Load the page again, and choose one of the list.');
  if (rating === null) return goal.id;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('goal_rating')
    .values({
      organization_id: actor.organizationId,
      goal_id: goal.id,
      client_id: clientId,
      rated_on: on,
      level: rating,
      rated_by: actor.staffId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const message = 'This goal has a rating of that day already. Leave the rating out, or give another day.';
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('duplicate', message, [{ field: 'rating', message }]);
  return goal.id;
}
