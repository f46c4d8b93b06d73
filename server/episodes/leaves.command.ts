import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { leaveOverlapMessage, spanLabel } from '#domain/episodes/spans-words.ts';
import { leaveOverlapping } from '#domain/episodes/spans.ts';
import { openEpisode } from './episodes.guards.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

type Wanted = {
  readonly id: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly expectedBackOn: Day | null;
};

/** Days on which the client is agreed to be away: nothing is prescribed in them and nothing missed. */
export const startLeave: Procedure<Contract['episodes']['startLeave']> = async (input, context) => {
  const { db, actor, record } = context;
  const { clientId, from, reason } = input;
  const [to, expectedBackOn] = [input.to ?? null, input.expectedBackOn ?? null];
  await lockClients(context, [clientId]);
  const episode = await openEpisode(context, clientId);
  if (from < episode.opened_on)
    throw refuseField('from', `The episode opened on ${dayWithYear(episode.opened_on)}. Give that day or a later one.`);
  await refuseSpan(context, clientId, { id: null, from, to, expectedBackOn });
  const { id } = await db
    .insertInto('leave_span')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      from_on: from,
      to_on: to,
      expected_back_on: expectedBackOn,
      reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record.changed('episodes', [clientId]);
  return { id };
};

export const changeLeave: Procedure<Contract['episodes']['changeLeave']> = async (input, context) => {
  const { db, version, record } = context;
  const { clientId, leaveId, from, to, expectedBackOn, reason } = input;
  await lockClients(context, [clientId]);
  const leave = found(
    await db.selectFrom('leave_span').selectAll().where('id', '=', leaveId).where('client_id', '=', clientId).executeTakeFirst(),
  );
  refuseStale(leave, version, `${spanLabel(leave.from_on, leave.to_on)}, ${leave.reason}`);
  await refuseSpan(context, clientId, { id: leaveId, from, to, expectedBackOn });
  await db
    .updateTable('leave_span')
    .set((eb) => ({ from_on: from, to_on: to, expected_back_on: expectedBackOn, reason, version: eb('version', '+', 1) }))
    .where('id', '=', leaveId)
    .execute();
  await record.changed('episodes', [clientId]);
  return {};
};

async function refuseSpan({ db }: Context, clientId: string, wanted: Wanted): Promise<void> {
  if (wanted.to !== null && wanted.to < wanted.from) throw refuseField('to', 'The last day is before the first. Correct one of the two.');
  if (wanted.expectedBackOn !== null && wanted.expectedBackOn <= wanted.from)
    throw refuseField('expectedBackOn', 'The return is after the first day away. Correct one of the two.');
  const rows = await db.selectFrom('leave_span').select(['id', 'from_on', 'to_on']).where('client_id', '=', clientId).execute();
  const other = leaveOverlapping(
    wanted,
    rows.map((row) => ({ id: row.id, from: row.from_on, to: row.to_on })),
  );
  if (other !== null) throw refuseField('from', leaveOverlapMessage(other));
}
