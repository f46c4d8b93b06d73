import { sql } from 'kysely';
import type { FoundSession } from '#server/scheduling/sessions.guards.ts';
import { isOpen } from '#server/screen-plans/open-slots.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/**
 * One slot for each client who is due in the session: given to it, or to its day while they are booked in it. Where somebody asked for a screen and
 * the schedule has one too, one cup is due, and it meets the schedule's. A screen that was asked for is answered by any cup of its session after.
 */
export const slotsInLog = ({ db, now }: Pick<Context, 'db' | 'now'>, { id, session_on }: FoundSession) =>
  db
    .selectFrom('screen_slot as due')
    .distinctOn('due.client_id')
    .select(['due.id', 'due.client_id'])
    .where(isOpen('due', now))
    .where((eb) =>
      eb.or([
        eb('due.session_id', '=', id),
        eb.and([
          eb('due.session_id', 'is', null),
          eb('due.due_on', '=', session_on),
          eb.exists(
            eb
              .selectFrom('attendance')
              .select('attendance.client_id')
              .where('attendance.session_id', '=', id)
              .whereRef('attendance.client_id', '=', 'due.client_id'),
          ),
        ]),
      ]),
    )
    .where(
      sql<boolean>`(due.reason = 'scheduled' or not exists (select from screen cup where cup.organization_id = due.organization_id and cup.client_id = due.client_id
        and cup.session_id = ${id} and cup.outcome = 'collected' and cup.received_at >= due.requested_at and cup.slot_id is distinct from due.id))`,
    )
    .orderBy('due.client_id')
    .orderBy(sql`exists (select from screen said where said.organization_id = due.organization_id and said.slot_id = due.id)`)
    .orderBy(sql`due.reason <> 'scheduled'`);
