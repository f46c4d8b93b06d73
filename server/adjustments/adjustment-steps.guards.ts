import { sql } from 'kysely';
import type { AdjustmentState } from '#domain/adjustments/open.ts';
import { mayMove, stateOf } from '#domain/adjustments/states.ts';
import { changedBySomebody, changedWords, stepProblems, whenWords } from '#domain/adjustments/steps-words.ts';
import { dayAt, type Instant } from '#domain/calendar/calendar.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { isAfterNow } from '#server/clock.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { answerOf, type AdjustmentRow } from './adjustment.rows.ts';

type Ids = { readonly clientId: string; readonly adjustmentId: string };

/** An adjustment that is about to take its next step: held until the request ends, as the caller saw it, in a state from which the step is open. */
export async function adjustmentBefore(to: AdjustmentState, ids: Ids, context: Context): Promise<AdjustmentRow> {
  const row = await adjustmentSeen(ids, context);
  if (!mayMove(stateOf(answerOf(row), dayAt(context.now, context.zone)), to)) throw new Refusal('wrong-state');
  return row;
}

/** An adjustment that is about to be written to, held until the request ends, as the caller saw it. */
export async function adjustmentSeen({ clientId, adjustmentId }: Ids, context: Context): Promise<AdjustmentRow> {
  const { db, actor } = context;
  const row = await db
    .selectFrom('adjustment')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'adjustment.organization_id').onRef('client.id', '=', 'adjustment.client_id'),
    )
    .selectAll('adjustment')
    .where('client.id', '=', clientId)
    .where('adjustment.id', '=', adjustmentId)
    .where((eb) => clientsOf(actor)(eb))
    .forUpdate('adjustment')
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('client-unknown');
  if (row.version !== context.version) throw new Refusal('stale', await whoChanged(clientId, context));
  return row;
}

/** When something was, which is never later than now. */
export function momentGiven(given: 'now' | Instant, { now }: Pick<Context, 'now'>): Instant {
  if (given === 'now') return now;
  if (isAfterNow(given, now)) throw refuseField('at', stepProblems.future);
  return given;
}

/** Who wrote to this client's care plan last, in words that name nobody but staff. */
async function whoChanged(clientId: string, { db, now, zone }: Context): Promise<string> {
  const last = await db
    .selectFrom('audit_event')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'audit_event.organization_id').onRef('staff.id', '=', 'audit_event.staff_id'),
    )
    .select(['staff.name', 'audit_event.action', 'audit_event.at'])
    .where(sql<boolean>`audit_event.client_ids @> array[${clientId}::uuid]`)
    .where('audit_event.kind', '=', 'write')
    .where((eb) => eb.or([eb('audit_event.action', 'like', 'adjustments.%'), eb('audit_event.action', 'like', 'drugScreens.%')]))
    .orderBy('audit_event.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? changedBySomebody : changedWords(last.name, last.action, whenWords(last.at, now, zone));
}
