import type { Context } from '#server/http/endpoint-handler.ts';

/** Keeps that two charts are of two people, once for the pair; false where that was said already. */
export async function insertNotDuplicate(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  [first, second]: readonly [string, string],
  why: string,
): Promise<boolean> {
  const [one_id, other_id] = first < second ? [first, second] : [second, first];
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('not_duplicate')
    .values({ organization_id: actor.organizationId, one_id, other_id, by: actor.staffId, at: now, why })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}
