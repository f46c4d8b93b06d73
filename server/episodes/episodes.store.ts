import { daysAway } from '#domain/episodes/admission.ts';
import { enrollInGroup } from '#server/scheduling/enrollments.store.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Start } from './start-episode.command.ts';

const ofForm = (input: Start) => ({
  site_id: input.siteId ?? null,
  group_id: input.groupId ?? null,
  therapist_id: input.therapistId,
  admission_source: input.admissionSource ?? null,
  primary_substance: input.primarySubstance ?? null,
  referred_on: input.referredOn ?? null,
  referred_by: input.referredBy ?? null,
});

/** A new episode with its first level of care and prescribed hours. */
export async function openNew({ db, actor }: Context, input: Start): Promise<string> {
  const organization_id = actor.organizationId;
  const { id } = await db
    .insertInto('episode')
    .values({ organization_id, client_id: input.clientId, program_id: input.programId, opened_on: input.openedOn, ...ofForm(input) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('level_span')
    .values({ organization_id, client_id: input.clientId, episode_id: id, level: input.level, from_on: input.openedOn })
    .execute();
  await prescribe({ db, actor }, input);
  await enroll({ db, actor }, input);
  return id;
}

/** The same episode goes on. The days between closing and return are leave: nothing was prescribed in them, and tolerance may be lower. */
export async function openAgain({ db, actor }: Context, input: Start, episodeId: string): Promise<string> {
  const organization_id = actor.organizationId;
  const client_id = input.clientId;
  const was = await db
    .selectFrom('episode')
    .select(['closed_on', 'closed_because', 'admission_source', 'referred_on', 'referred_by'])
    .where('id', '=', episodeId)
    .executeTakeFirstOrThrow();
  if (was.closed_on === null || was.closed_because === null) throw new Error('an open episode was opened again');
  await db
    .insertInto('episode_reopening')
    .values({
      organization_id,
      client_id,
      episode_id: episodeId,
      closed_on: was.closed_on,
      closed_because: was.closed_because,
      reopened_on: input.openedOn,
      by: actor.staffId,
    })
    .execute();
  await db
    .updateTable('episode')
    .set((eb) => ({
      ...ofForm(input),
      program_id: input.programId,
      admission_source: input.admissionSource ?? was.admission_source,
      referred_on: input.referredOn ?? was.referred_on,
      referred_by: input.referredBy ?? was.referred_by,
      closed_on: null,
      closed_because: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', episodeId)
    .execute();
  const away = daysAway(was.closed_on, input.openedOn);
  if (away !== null) {
    const span = { from_on: away.from, to_on: away.to, expected_back_on: null, reason: 'between closing and return' };
    await db
      .insertInto('leave_span')
      .values({ organization_id, client_id, ...span })
      .execute();
  }
  const level = await db
    .selectFrom('level_span')
    .select('level')
    .where('episode_id', '=', episodeId)
    .where('from_on', '<=', input.openedOn)
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  if (level !== undefined && level.level !== input.level)
    await db
      .insertInto('level_span')
      .values({ organization_id, client_id, episode_id: episodeId, level: input.level, from_on: input.openedOn })
      .onConflict((conflict) => conflict.columns(['organization_id', 'episode_id', 'from_on']).doUpdateSet({ level: input.level }))
      .execute();
  await prescribe({ db, actor }, input);
  await enroll({ db, actor }, input);
  return episodeId;
}

/** On the roster of the home group from the opening day on, booked into its sessions. */
async function enroll({ db, actor }: Pick<Context, 'db' | 'actor'>, { clientId, groupId, openedOn }: Start): Promise<void> {
  if (groupId != null) await enrollInGroup(db, actor, { clientId, groupId, fromOn: openedOn });
}

async function prescribe({ db, actor }: Pick<Context, 'db' | 'actor'>, { clientId, hoursPerWeek, openedOn }: Start): Promise<void> {
  const now = await db
    .selectFrom('prescribed_hours')
    .select('hours_per_week')
    .where('client_id', '=', clientId)
    .where('from_on', '<=', openedOn)
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  if (now?.hours_per_week === hoursPerWeek) return;
  await db
    .insertInto('prescribed_hours')
    .values({ organization_id: actor.organizationId, client_id: clientId, hours_per_week: hoursPerWeek, from_on: openedOn })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'client_id', 'from_on'])
        .doUpdateSet((eb) => ({ hours_per_week: hoursPerWeek, version: eb('prescribed_hours.version', '+', 1) })),
    )
    .execute();
}
