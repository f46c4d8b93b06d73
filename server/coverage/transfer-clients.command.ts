import { sql } from 'kysely';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { shownName } from '#server/clients/client-names.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { refuseTherapist } from '#server/episodes/episode-locations.guards.ts';
import { changeTherapist } from '#server/episodes/episodes.store.ts';
import { insertHandovers } from './handovers.store.ts';

/** Clients go to another caseload with a note. All of them or none. */
export const transfer: Procedure<Contract['coverage']['transfer']> = async ({ fromId, toId, clientIds, on, note }, context) => {
  const { now, zone, record } = context;
  const ids = [...new Set(clientIds)];
  await lockClients(context, ids);
  await refuseTherapist(context, toId, 'toId');
  if (fromId === toId) throw refuseField('toId', 'That is who has them now. Choose somebody else.');
  if (on > dayAt(now, zone))
    throw refuseField('on', 'That day is still to come. Hand over on the day itself, and let somebody cover until then.');
  const episodes = await openOf(context, ids);
  const closed = ids.length - episodes.length;
  if (closed > 0)
    throw refuseField(
      'clientIds',
      closed === 1 ? 'One of them is no longer in care. Take them out.' : `${closed} of them are no longer in care. Take them out.`,
    );
  const elsewhere = episodes.filter(({ therapist_id }) => therapist_id !== fromId);
  if (elsewhere.length > 0)
    throw new Refusal('stale', `Somebody handed over in the meantime: ${elsewhere.map(shownName).join(', ')}. Load the list again.`);
  const early = episodes.find(({ opened_on }) => opened_on > on);
  if (early !== undefined)
    throw refuseField('on', `${shownName(early)} came into care on ${dayWithYear(early.opened_on)}. Give that day or a later one.`);
  await insertHandovers(context, { episodes, fromId, toId, on, note });
  const episodeIds = episodes.map(({ id }) => id);
  await changeTherapist(context, episodeIds, toId);
  await record.changed('episodes', ids);
  return { transferred: episodes.length };
};

const openOf = ({ db }: Context, ids: readonly string[]) =>
  db
    .selectFrom('episode')
    .innerJoin('client', 'client.id', 'episode.client_id')
    .select(['episode.id', 'episode.client_id', 'episode.therapist_id', 'episode.opened_on'])
    .select(['client.first_name', 'client.last_name', 'client.preferred_name'])
    .where((eb) => eb('episode.client_id', '=', sql<string>`any(${ids}::uuid[])`))
    .where('episode.closed_on', 'is', null)
    .execute();
