import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Leave = { readonly from: Day; readonly to: Day | null; readonly expectedBackOn: Day | null; readonly reason: string };

const columnsOf = ({ from, to, expectedBackOn, reason }: Leave) => ({
  from_on: from,
  to_on: to,
  expected_back_on: expectedBackOn,
  reason,
});

export async function insertLeave({ db, actor }: Pick<Context, 'db' | 'actor'>, clientId: string, leave: Leave): Promise<{ id: string }> {
  return db
    .insertInto('leave_span')
    .values({ organization_id: actor.organizationId, client_id: clientId, ...columnsOf(leave) })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function changeLeaveSpan({ db }: Pick<Context, 'db'>, id: string, leave: Leave): Promise<void> {
  await db
    .updateTable('leave_span')
    .set((eb) => ({ ...columnsOf(leave), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Leave that is still open ends with a day. */
export async function endOpenLeave({ db }: Pick<Context, 'db'>, clientId: string, on: Day): Promise<void> {
  await db
    .updateTable('leave_span')
    .set((eb) => ({ to_on: on, version: eb('version', '+', 1) }))
    .where('client_id', '=', clientId)
    .where('to_on', 'is', null)
    .where('from_on', '<=', on)
    .execute();
}
