import type { Day } from '#domain/calendar/calendar.ts';
import { leaveOverlapMessage } from '#domain/episodes/spans-words.ts';
import { leaveOverlapping } from '#domain/episodes/spans.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

type WantedLeave = {
  readonly id: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly expectedBackOn: Day | null;
};

/** Refuses days out of order, and days on which the client is away already. */
export async function refuseLeave({ db }: Pick<Context, 'db'>, clientId: string, wanted: WantedLeave): Promise<void> {
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
