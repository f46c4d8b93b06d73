import type { Day } from '#domain/calendar/calendar.ts';
import { found } from '#server/database/not-found.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Contract } from '#contract/index.ts';
import type { StoredCriterion } from '#domain/phases/criteria.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

/** The client's open episode, locked with its client until the transaction ends, so that two people can't move one client on twice. */
export async function lockEpisode(clientId: string, { db, actor }: Pick<Context, 'db' | 'actor'>) {
  await lockClients({ db, actor }, [clientId]);
  return found(
    await db
      .selectFrom('episode')
      .select(['id', 'opened_on'])
      .where('client_id', '=', clientId)
      .where('closed_on', 'is', null)
      .executeTakeFirst(),
    'episode-closed',
  );
}

type Given = Parameters<Procedure<Contract['reviews']['record']>>[0];

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Text that may be an id; null where it can't be one, so that no statement is asked with it. */
const idIn = (about: string | null): string | null => (about !== null && isId.test(about) ? about : null);

/** Refuses criteria of what has none, and one of several where there is only one. */
export function refuseParts({ what, about, criteriaMet = [] }: Given): void {
  if (what !== 'phase' && criteriaMet.length > 0) throw refuseField('criteriaMet', 'Only a phase has criteria. Leave them out.');
  if ((what === 'care-plan' || what === 'continuing-care') && about !== null)
    throw refuseField('about', 'There is one of these. Leave this out.');
}

/** The instrument that a review is about. Refuses one that the client never took. */
export async function takenInstrument({ clientId, about }: Given, { db }: Pick<Context, 'db'>): Promise<string> {
  const taken = await db
    .selectFrom('instrument_score')
    .select('instrument')
    .where('client_id', '=', clientId)
    .where('instrument', '=', about ?? '')
    .limit(1)
    .executeTakeFirst();
  if (taken === undefined) throw refuseField('about', 'This client has not taken that instrument. Choose one of the list.');
  return taken.instrument;
}

/** The open goal that a review is about. */
export async function openGoal({ clientId, about }: Given, { db }: Pick<Context, 'db'>): Promise<{ id: string }> {
  const goal = await db
    .selectFrom('goal')
    .select('id')
    .where('client_id', '=', clientId)
    .where('id', '=', idIn(about))
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (goal === undefined) throw refuseField('about', 'This client has no such goal. Load the page again, and choose one of the list.');
  return goal;
}

type OpenPhase = { readonly id: string; readonly number: number; readonly from: Day; readonly criteria: readonly StoredCriterion[] };

/** The phase in which the client is now. Refuses a review of any other. */
export async function openPhase({ clientId, about }: Given, { db }: Pick<Context, 'db'>): Promise<OpenPhase> {
  const phase = await db
    .selectFrom('phase_span')
    .select(['id', 'number', 'from_on as from', 'criteria'])
    .where('client_id', '=', clientId)
    .where('to_on', 'is', null)
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  if (phase === undefined || phase.id !== idIn(about))
    throw new Refusal('wrong-state', 'The client is not in this phase now. Load the page again to see which one it is.');
  return phase;
}
