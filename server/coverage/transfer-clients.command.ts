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
import { speaksForColleagues } from '#server/access/capabilities.ts';
import { programsWithout } from './colleagues.rows.ts';
import { maySpeakFor } from './coverage.guards.ts';
import { insertHandovers } from './handovers.store.ts';

/** Clients go to another caseload with a note. All of them or none. */
export const transfer: Procedure<Contract['coverage']['transfer']> = async ({ fromId, toId, clientIds, on, note }, context) => {
  const { now, zone, record } = context;
  const ids = [...new Set(clientIds)];
  await lockClients(context, ids);
  await refuseTherapist(context, toId, 'toId');
  if (!(await mayHandOver(context, fromId)))
    throw refuseField('fromId', 'You can hand over your own clients. Ask a director of their program for those of others.');
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
  const programs = await programsWithout(context.db, toId, { ids: episodes.map(({ id }) => id) });
  if (programs.length > 0)
    throw refuseField('toId', `Some of these clients are in ${programs.join(', ')}. Choose somebody who works there too.`);
  await insertHandovers(context, { episodes, fromId, toId, on, note });
  const episodeIds = episodes.map(({ id }) => id);
  await changeTherapist(context, episodeIds, toId);
  await record.changed('episodes', ids);
  return { transferred: episodes.length };
};

/** Whoever has nobody yet is given by a director; those of somebody by themselves, or a director of their program. */
const mayHandOver = (context: Context, fromId: string | null): Promise<boolean> =>
  fromId === null ? Promise.resolve(speaksForColleagues(context.actor)) : maySpeakFor(context, fromId);

const openOf = ({ db }: Context, ids: readonly string[]) =>
  db
    .selectFrom('episode')
    .innerJoin('client', 'client.id', 'episode.client_id')
    .select(['episode.id', 'episode.client_id', 'episode.therapist_id', 'episode.opened_on'])
    .select(['client.first_name', 'client.last_name', 'client.preferred_name'])
    .where((eb) => eb('episode.client_id', '=', sql<string>`any(${ids}::uuid[])`))
    .where('episode.closed_on', 'is', null)
    .execute();
