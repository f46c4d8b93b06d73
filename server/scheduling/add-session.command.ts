import { randomUUID } from 'node:crypto';
import type { Contract } from '#contract/index.ts';
import type { FieldProblem } from '#contract/refusals.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { hoursOn } from '#domain/scheduling/meetings.ts';
import { sessionWarnings } from '#domain/scheduling/warnings-words.ts';
import { book } from '#server/attendance/bookings.store.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { refuseUnknownLocation } from '#server/programs/locations.guards.ts';
import { leaderNamed } from './leaders.guards.ts';
import { sessionClashes } from './session-clashes.rows.ts';
import { refuseWrongHours } from './sessions.guards.ts';
import { insertSessions } from './sessions.store.ts';

/** A session of its own, such as an individual or a family one, with those who are booked in it. */
export const addSession: Procedure<Contract['sessions']['add']> = async (input, context) => {
  const { db, actor, zone, record } = context;
  const { on, programId, siteId, leaderId } = input;
  const clientIds = [...new Set(input.clientIds)];
  refuseWrongHours(input);
  await refuseUnknownLocation(db, { programId, siteId });
  await refuseOtherProgram(db, actor, programId);
  const leader = await leaderNamed(db, leaderId);
  await lockClients(context, clientIds);
  await refuseNotInCare(db, clientIds, on);
  const hours = hoursOn(on, input.startsAt, input.endsAt, zone);
  const clashes = await sessionClashes(db, { sessionId: null, programId, siteId, staffId: leaderId, clientIds, on, ...hours, zone });
  const id = randomUUID();
  const session = {
    organization_id: actor.organizationId,
    id,
    program_id: programId,
    site_id: siteId,
    group_id: null,
    leader_id: leaderId,
    outside_key: null,
    service: input.service,
    title: input.title,
    session_on: on,
    starts_at: hours.startsAt,
    ends_at: hours.endsAt,
    break_minutes: input.breakMinutes,
    cancelled_because: null,
    telehealth: input.telehealth,
    collects_screens: input.collectsScreens,
  };
  await insertSessions(db, [session]);
  for (const clientId of clientIds)
    await book(db, {
      organizationId: actor.organizationId,
      sessionId: id,
      clientId,
      on,
      telehealth: input.telehealth,
      makesUp: null,
      changed: null,
    });
  await record.changed('sessions', clientIds);
  return { id, warnings: sessionWarnings({ ...clashes, on, leader }, zone) };
};

/** Whoever adds a session must be able to see it afterwards. */
async function refuseOtherProgram(db: Database, actor: Actor, programId: string): Promise<void> {
  const works = await db
    .selectFrom('staff_program')
    .select('program_id')
    .where('staff_id', '=', actor.staffId)
    .where('program_id', '=', programId)
    .executeTakeFirst();
  if (works === undefined) throw refuseField('programId', 'You don’t work in this program. Choose one of yours.');
}

async function refuseNotInCare(db: Database, clientIds: readonly string[], on: Day): Promise<void> {
  if (clientIds.length === 0) return;
  const inCare = await db
    .selectFrom('episode')
    .select('client_id')
    .where('client_id', 'in', [...clientIds])
    .where('opened_on', '<=', on)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', on)]))
    .execute();
  const problems = clientIds.flatMap((id, index): FieldProblem[] =>
    inCare.some(({ client_id }) => client_id === id)
      ? []
      : [{ field: `clientIds.${index}`, message: 'They aren’t in care on that day. Leave them out, or choose a day of their episode.' }],
  );
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
}
