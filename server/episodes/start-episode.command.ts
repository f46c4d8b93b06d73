import type { Contract } from '#contract/index.ts';
import { admissionSummary, ageRefusals } from '#domain/episodes/admission-words.ts';
import { admissionOn, ageAllows, daysAway, type Admission } from '#domain/episodes/admission.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { lastServedOf } from '#server/attendance/last-served.rows.ts';
import { clientFor, lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { refuseLocations, refuseTherapist } from './episode-locations.guards.ts';
import { insertEpisode, reopenEpisode, type EpisodeForm } from './episodes.store.ts';
import { insertLeave } from './leaves.store.ts';
import { insertLevel, setLevel } from './levels.store.ts';
import { setHours } from './prescribed-hours.store.ts';
import { refuseEnrollment } from '#server/scheduling/enrollments.guards.ts';
import { enrollInGroup } from '#server/scheduling/enrollments.store.ts';

/** Opens an episode, or reopens the last one where the return is within 30 days of the last service (program rule). */
export const start: Procedure<Contract['episodes']['start']> = async (input, context) => {
  const { db, actor, now, zone, settings, record } = context;
  const { clientId, openedOn } = input;
  await lockClients(context, [clientId]);
  const client = await clientFor(db, actor, clientId);
  if (openedOn > dayAt(now, zone)) throw refuseField('openedOn', 'That day is still to come. Open the episode on the day itself.');
  if (input.referredOn != null && input.referredOn > openedOn)
    throw refuseField('referredOn', 'The referral comes before the opening day. Correct one of the two.');
  const population = await refuseLocations(context, input);
  await refuseTherapist(context, input.therapistId);
  const age = ageAllows(client.born_on, openedOn, population);
  if (age !== 'yes') throw refuseField(age === 'not-known' ? 'openedOn' : 'programId', ageRefusals[age]);

  const latest = await latestOf(context, clientId);
  const admission = admissionOn(openedOn, latest, settings);
  refuseOther(input, admission, settings.unservedDays);
  const id = admission.kind === 'reopens' ? await openAgain(context, input, admission.episodeId) : await openNew(context, input);
  await prescribeFrom(context, input);
  // On the roster of the home group from the opening day on, booked into its sessions.
  if (input.groupId != null) {
    const enrollment = { clientId, groupId: input.groupId, fromOn: openedOn, weekdays: null };
    await refuseEnrollment(context, enrollment);
    await enrollInGroup(db, actor.organizationId, enrollment);
  }
  await record.changed('episodes', [clientId]);
  return { id };
};

function refuseOther({ as, openedOn }: EpisodeForm, admission: Admission, unservedDays: number): void {
  const summary = admissionSummary(admission, openedOn, unservedDays);
  if (admission.kind === 'open-already') throw new Refusal('wrong-state', summary);
  if (admission.kind === 'inside-earlier') throw refuseField('openedOn', summary);
  if ((admission.kind === 'reopens') !== (as === 'reopened')) throw refuseField('as', `${summary} Load the page again, then save.`);
}

async function latestOf({ db }: Context, clientId: string) {
  const row = await db
    .selectFrom('episode')
    .select(['id', 'opened_on', 'closed_on', 'closed_because'])
    .where('client_id', '=', clientId)
    .orderBy('closed_on', (order) => order.desc().nullsFirst())
    .orderBy('opened_on', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  const lastServedOn = await lastServedOf(db, clientId);
  return { id: row.id, openedOn: row.opened_on, closedOn: row.closed_on, closedBecause: row.closed_because, lastServedOn };
}

/** A new episode with its first level of care. */
async function openNew(context: Context, input: EpisodeForm): Promise<string> {
  const { clientId, level, openedOn } = input;
  const { id } = await insertEpisode(context, input);
  await insertLevel(context, { clientId, episodeId: id, level, from: openedOn });
  return id;
}

/** The same episode goes on. The days between closing and return are leave: nothing was prescribed in them, and tolerance may be lower. */
async function openAgain(context: Context, input: EpisodeForm, episodeId: string): Promise<string> {
  const { db } = context;
  const { clientId, level, openedOn } = input;
  const was = await db
    .selectFrom('episode')
    .select(['id', 'closed_on', 'closed_because', 'admission_source', 'referred_on', 'referred_by'])
    .where('id', '=', episodeId)
    .executeTakeFirstOrThrow();
  if (was.closed_on === null || was.closed_because === null) throw new Error('an open episode was opened again');
  await reopenEpisode(context, input, { ...was, closed_on: was.closed_on, closed_because: was.closed_because });
  const away = daysAway(was.closed_on, openedOn);
  if (away !== null) await insertLeave(context, clientId, { ...away, expectedBackOn: null, reason: 'between closing and return' });
  const before = await db
    .selectFrom('level_span')
    .select('level')
    .where('episode_id', '=', episodeId)
    .where('from_on', '<=', openedOn)
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  if (before !== undefined && before.level !== level) await setLevel(context, { clientId, episodeId, level, from: openedOn });
  return episodeId;
}

/** Hours that are prescribed already stay as they are. */
async function prescribeFrom(context: Context, { clientId, hoursPerWeek, openedOn }: EpisodeForm): Promise<void> {
  const before = await context.db
    .selectFrom('prescribed_hours')
    .select('hours_per_week')
    .where('client_id', '=', clientId)
    .where('from_on', '<=', openedOn)
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  if (before?.hours_per_week !== hoursPerWeek) await setHours(context, clientId, { hoursPerWeek, from: openedOn });
}
