import { addDays, addHours, instantOf, momentOf, weekOf, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { aClient } from './clients.ts';
import type { World } from './world.ts';

const zone = 'America/Chicago';

export type RaisedProgram = {
  readonly programId: string;
  readonly clientId: string;
  /** The Mondays of the weeks in which more was answered than before, the oldest first. */
  readonly raised: readonly Day[];
  /** The Monday of the first week with a result. */
  readonly begun: Day;
};

/**
 * A program in which 15 of 30 results a week were answered in time, for so many weeks, and then 22 of 30 for some more.
 * The director works in it.
 */
export async function aRaisedProgram(
  world: Pick<World, 'db' | 'clock' | 'organizationId' | 'staff'>,
  { name, before = 14, after = 7 }: { readonly name: string; readonly before?: number; readonly after?: number },
): Promise<RaisedProgram> {
  const organization_id = world.organizationId;
  const { id: programId } = await world.db
    .insertInto('program')
    .values({ organization_id, name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('staff_program')
    .values({ organization_id, staff_id: world.staff.director.staffId, program_id: programId })
    .execute();
  const thisWeek = weekOf(dayAt(instantOf(world.clock.now), zone));
  const begun = addDays(thisWeek, -7 * (before + after));
  const { clientId } = await aClient({ ...world, programId }, { openedOn: begun, therapistId: null });
  const mondays = Array.from({ length: before + after }, (_, week) => addDays(begun, week * 7));
  const rows = mondays.flatMap((monday, week) =>
    Array.from({ length: 30 }, (_, nth) => resultOn(addDays(monday, nth % 5), nth < (week < before ? 15 : 22), week * 30 + nth + 1)),
  );
  await world.db
    .insertInto('adjustment')
    .values(rows.map((row) => ({ organization_id, client_id: clientId, ...row })))
    .execute();
  return { programId, clientId, raised: mondays.slice(before), begun };
}

function resultOn(on: Day, inTime: boolean, number: number) {
  const opened_at = momentOf(on, '10:00', zone);
  return {
    number,
    trigger: 'screen' as const,
    about: null,
    screen_id: null,
    analytes: ['COC'],
    opened_at,
    talk_due_at: addHours(opened_at, 24),
    sign_due_at: addHours(opened_at, 72),
    checked: null,
    talked_at: null,
    talk_method: null,
    own_words: null,
    safety_today: null,
    naloxone: 'has-it' as const,
    explained_at: null,
    explained_because: null,
    explanation: null,
    signed_at: addHours(opened_at, inTime ? 20 : 90),
    signed_by: null,
    no_change_reason: 'the plan already answers it',
    client_view: 'agrees' as const,
    follow_up_on: null,
    follow_up_by: null,
    better_looks_like: null,
    outcome: null,
    outcome_at: null,
    outcome_note: null,
    amended_at: null,
  };
}
