import type { Contract } from '#contract/index.ts';
import type { FieldProblem } from '#contract/refusals.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { closureOn, hoursOn } from '#domain/scheduling/meetings.ts';
import { hoursProblems } from '#domain/scheduling/session-rules.ts';
import { hoursProblemMessage } from '#domain/scheduling/words.ts';
import { clientsOf } from '#server/access/endpoint-policy.ts';
import type { Database } from '#server/database/pool.ts';
import { closuresBetween } from './closures.rows.ts';
import { refuseUnknownLocation } from '#server/programs/locations.guards.ts';
import { bookedThen, closedThen, leaderNamed, leadsThen } from './leaders.guards.ts';
import type { Actor, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

/** A session of its own, such as an individual or a family one, with those who are booked in it. */
export const addSession: ProceduresOf<Contract['sessions']>['add'] = async (input, { db, actor, zone, record }) => {
  const { on, programId, siteId, leaderId } = input;
  const clientIds = [...new Set(input.clientIds)];
  const problems = hoursProblems(input);
  if (problems.length > 0)
    throw new Refusal(
      'input-invalid',
      undefined,
      problems.map((one) => ({ field: one.field, message: hoursProblemMessage(one) })),
    );
  await refuseUnknownLocation(db, { programId, siteId });
  await refuseOtherProgram(db, actor, programId);
  await leaderNamed(db, leaderId);
  await refuseNotInCare(db, actor, clientIds, on);
  const hours = hoursOn(on, input.startsAt, input.endsAt, zone);
  const closure = closureOn(on, { programId, siteId }, await closuresBetween(db, on, on));
  const warnings = [
    ...closedThen(on, closure?.label ?? null),
    ...(await leadsThen(db, { sessionId: null, staffId: leaderId, ...hours, zone })),
    ...(await bookedThen(db, { clientIds, sessionId: null, ...hours })),
  ];
  const { id } = await db
    .insertInto('session')
    .values({
      organization_id: actor.organizationId,
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
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (clientIds.length > 0) {
    const booking = { organization_id: actor.organizationId, session_id: id, session_on: on, status: 'booked' as const, minutes: null };
    await db
      .insertInto('attendance')
      .values(clientIds.map((client_id) => ({ ...booking, client_id, telehealth: input.telehealth, note: null, recorded_by: null })))
      .execute();
  }
  await record.changed('sessions', clientIds);
  return { id, warnings };
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

async function refuseNotInCare(db: Database, actor: Actor, clientIds: readonly string[], on: Day): Promise<void> {
  if (clientIds.length === 0) return;
  const known = await db
    .selectFrom('client')
    .select('client.id')
    .where('client.id', 'in', [...clientIds])
    .where(clientsOf(actor))
    .execute();
  if (known.length < clientIds.length) throw new Refusal('client-unknown');
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
