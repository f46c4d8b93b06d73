import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { timeProblemWords } from '#domain/drug-screens/cups-words.ts';
import { breathSummary } from '#domain/drug-screens/breath-alcohol-words.ts';
import { projectReadings } from './findings.projection.ts';
import { sessionFor } from '#server/scheduling/sessions.guards.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { breathLine } from './amended-breath.guards.ts';
import { answerScreens } from '#server/adjustments/answer-screens.ts';
import { refuseBeforeDay, refuseOutsideEpisode } from './log.guards.ts';
import { breathNotification } from './breath-clock.guards.ts';
import { startBreathClock } from './breath-clock.ts';
import { timeProblems } from './log-entries.guards.ts';
import { writeScreens } from './screens.store.ts';

type Requested = Parameters<Procedure<Contract['drugScreens']['recordBreath']>>[0];

/**
 * Stores one breath reading at once: what it opens can't wait for the log. Above the program's limit nothing is stored until somebody was told.
 * It meets no slot of the testing schedule and is no cup.
 */
export const recordBreath: Procedure<Contract['drugScreens']['recordBreath']> = async (requested, context) => {
  const { sessionId, clientId, panelId, value, at } = requested;
  const session = await sessionFor(context, sessionId);
  refuseBeforeDay(session, context);
  await refuseOtherDevice(context, panelId);
  const line = breathLine(value, 'value', context);
  const [late] = timeProblems(at, session.session_on, context.now, context.zone);
  if (late !== undefined) throw refuseField('at', timeProblemWords(late, session.session_on, 'needed'));
  const notified = breathNotification(value, requested.notified, context);

  await lockClients(context, [clientId]);
  await refuseOutsideEpisode(context, [{ clientId, on: session.session_on, field: 'clientId' }]);
  await refuseSameMinute(context, requested);
  const [written] = await writeScreens(context, [
    {
      clientId,
      slotId: null,
      sessionId,
      batchId: null,
      scheduled: false,
      outcome: 'collected',
      specimen: 'breath-alcohol',
      validity: 'valid',
      reason: null,
      temperatureInRange: null,
      observed: null,
      observedBy: null,
      panelId,
      lot: null,
      collectedOn: session.session_on,
      collectedAt: at,
      readBy: context.actor.staffId,
      source: 'logged',
      amends: null,
      results: [line],
    },
  ]);
  if (written === undefined) throw new Error('a breath reading was not written');
  const findings = (await projectReadings(context, context.actor.organizationId, [clientId], session.session_on)).get(written.id) ?? {};
  await answerScreens(context, [{ ...written, findings, adjustmentId: null }]);
  await startBreathClock(context, written, value, notified);
  await context.record.changed('drug-screens', [clientId]);
  return { screenId: written.id, message: breathSummary(value, context.settings) };
};

async function refuseOtherDevice({ db }: Context, panelId: string): Promise<void> {
  const device = await db.selectFrom('panel').select('specimen').where('id', '=', panelId).executeTakeFirst();
  if (device?.specimen !== 'breath-alcohol') throw refuseField('panelId', 'The program has no such breath device. Choose one of the list.');
}

async function refuseSameMinute({ db }: Context, { clientId, at }: Requested): Promise<void> {
  const same = await db
    .selectFrom('screen')
    .select('id')
    .where('client_id', '=', clientId)
    .where('specimen', '=', 'breath-alcohol')
    .where(sql<boolean>`date_trunc('minute', collected_at) = date_trunc('minute', ${at}::timestamptz)`)
    .where(sql<boolean>`not exists (select from screen l where l.organization_id = screen.organization_id and l.amends_id = screen.id)`)
    .executeTakeFirst();
  if (same === undefined) return;
  const message = 'A reading of this minute is recorded already. Correct that one, or give the time of the second.';
  throw new Refusal('duplicate', message, [{ field: 'at', message }]);
}
