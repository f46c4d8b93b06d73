import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { found } from '#server/database/not-found.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

/** The open episode of a client who is locked already, or the refusal that there is none. */
export async function openEpisode({ db }: Pick<Context, 'db'>, clientId: string) {
  const episode = await db
    .selectFrom('episode')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (episode === undefined) throw new Refusal('episode-closed', 'No episode of care is open. Start one first.');
  return episode;
}

/** The episode of a client who is locked already; one that isn't there, or isn't theirs, is refused like the client would be. */
export const episodeFor = async ({ db }: Pick<Context, 'db'>, clientId: string, episodeId: string) =>
  found(await db.selectFrom('episode').selectAll().where('id', '=', episodeId).where('client_id', '=', clientId).executeTakeFirst());

/** Refuses a first day before the episode was opened. */
export function refuseBeforeOpening(episode: { readonly opened_on: Day }, from: Day): void {
  if (from < episode.opened_on)
    throw refuseField('from', `The episode opened on ${dayWithYear(episode.opened_on)}. Give that day or a later one.`);
}
