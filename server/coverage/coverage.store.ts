import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Coverage = { readonly coveredBy: string; readonly from: Day; readonly to: Day; readonly note: string | null };

const columnsOf = ({ coveredBy, from, to, note }: Coverage) => ({ covered_by: coveredBy, from_on: from, to_on: to, note });

export async function insertCoverage(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  awayId: string,
  coverage: Coverage,
): Promise<{ id: string }> {
  return db
    .insertInto('coverage')
    .values({ organization_id: actor.organizationId, away_id: awayId, ...columnsOf(coverage), made_by: actor.staffId })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function changeCoverage({ db }: Pick<Context, 'db'>, id: string, coverage: Coverage): Promise<void> {
  await db
    .updateTable('coverage')
    .set((eb) => ({ version: eb('version', '+', 1), ...columnsOf(coverage) }))
    .where('id', '=', id)
    .execute();
}

export async function cancelCoverage({ db, now }: Pick<Context, 'db' | 'now'>, id: string): Promise<void> {
  await db
    .updateTable('coverage')
    .set((eb) => ({ version: eb('version', '+', 1), cancelled_at: now }))
    .where('id', '=', id)
    .execute();
}
