import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export async function setNextGoalReview({ db }: Pick<Context, 'db'>, goalId: string, on: Day | null): Promise<void> {
  await db.updateTable('goal').set({ next_review_on: on }).where('id', '=', goalId).execute();
}

type Rating = { readonly clientId: string; readonly goalId: string; readonly on: Day; readonly level: number };

/** Keeps how far a goal is on a day; false where that day has a rating already, which stays. */
export async function insertRating(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { clientId, goalId, on, level }: Rating,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('goal_rating')
    .values({ organization_id: actor.organizationId, goal_id: goalId, client_id: clientId, rated_on: on, level, rated_by: actor.staffId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}
