import type { Contract } from '#contract/index.ts';
import { admissionSummary, ageRefusals } from '#domain/episodes/admission-words.ts';
import { admissionOn, ageAllows, type Admission } from '#domain/episodes/admission.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { lastServedOf } from './episodes.rows.ts';
import { clientFor, lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { refuseLocations, refuseTherapist } from './episode-locations.guards.ts';
import { openAgain, openNew } from './episodes.store.ts';

export type Start = Parameters<Procedure<Contract['episodes']['start']>>[0];

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
  await record.changed('episodes', [clientId]);
  return { id };
};

function refuseOther({ as, openedOn }: Start, admission: Admission, unservedDays: number): void {
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
