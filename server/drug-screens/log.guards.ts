import { dayWithYear, dayWords } from '#domain/calendar/words.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { episodesOf } from './reading-facts.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import type { FoundSession } from '#server/scheduling/sessions.guards.ts';

/** The panel and lot that were used; null where no cup was. Refuses what the program doesn't have, and a lot past its date. */
export async function panelUsed({ db }: Pick<Context, 'db'>, panelId: string | null, lot: string | null, on: Day, cups: boolean) {
  if (!cups) return null;
  if (panelId === null) throw refuseField('panelId', 'Choose the panel that the cups are of.');
  const panel = await db.selectFrom('panel').select(['id', 'specimen', 'analytes']).where('id', '=', panelId).executeTakeFirst();
  if (panel === undefined) throw refuseField('panelId', 'The program has no such panel. Choose one of the list.');
  if (lot === null) throw refuseField('lot', 'Choose the lot that is printed on the cups.');
  const known = await db
    .selectFrom('panel_lot')
    .select('expires_on')
    .where('panel_id', '=', panelId)
    .where('lot', '=', lot)
    .executeTakeFirst();
  if (known === undefined) throw refuseField('lot', 'This panel has no such lot. Choose one of the list.');
  if (known.expires_on < on)
    throw refuseField('lot', `Lot ${lot} expired on ${dayWithYear(known.expires_on)}. Use another lot, or correct the lot.`);
  return panel;
}

/** Refuses a collection before the client's first episode was opened, or after the one it would belong to was closed. */
export async function refuseOutsideEpisode(
  { db }: Pick<Context, 'db'>,
  entries: readonly { readonly clientId: string; readonly on: Day; readonly field: string }[],
): Promise<void> {
  const episodes = await episodesOf(
    db,
    entries.map(({ clientId }) => clientId),
  );
  for (const { clientId, on, field } of entries) {
    const episode = (episodes.get(clientId) ?? []).findLast(({ openedOn }) => openedOn <= on);
    if (episode === undefined)
      throw refuseField(field, `This is before the client's episode was opened. Correct the date, or check the client.`);
    if (episode.closedOn !== null && episode.closedOn < on) {
      const message = `The client's episode was closed on ${dayWithYear(episode.closedOn)}. Take the row out, or ask for the episode to be opened again.`;
      throw new Refusal('episode-closed', message, [{ field, message }]);
    }
  }
}

/** Refuses a log before the day of its session. */
export function refuseBeforeDay({ session_on }: FoundSession, { now, zone }: Context): void {
  if (session_on > dayAt(now, zone))
    throw new Refusal('wrong-state', `This session is on ${dayWords(session_on)}. Results can be logged from that day on.`);
}
