import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { breathReading } from '#domain/drug-screens/breath-alcohol.ts';
import { breathSummary, breathWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import { safetyOpenings } from '#domain/safety/safety-clock.ts';
import { projectReadings } from './findings.projection.ts';
import { sessionFor } from '#server/scheduling/staff-sessions.guards.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { breathLine } from './amended-breath.guards.ts';
import { answerScreens } from '#server/adjustments/answer-screens.store.ts';
import { refuseOutsideEpisode } from './log.guards.ts';
import { refuseBeforeDay } from './record-batch.command.ts';
import { isFuture, timeProblems } from './log-entries.guards.ts';
import { startClocks } from '#server/safety/screen-concerns.store.ts';
import { writeScreens } from './screens.store.ts';

type Requested = Parameters<Procedure<Contract['drugScreens']['recordBreath']>>[0];
type Notification = Requested['notified'] | undefined;

/**
 * Stores one breath reading at once: what it opens can't wait for the log. Above the program's limit nothing is stored until somebody was told.
 * It meets no slot of the testing schedule and is no cup.
 */
export const recordBreath: Procedure<Contract['drugScreens']['recordBreath']> = async (requested, context) => {
  const { sessionId, clientId, panelId, value, at, notified } = requested;
  const session = await sessionFor(context, sessionId);
  refuseBeforeDay(session, context);
  await refuseOtherDevice(context, panelId);
  const line = breathLine(value, 'value', context);
  const [late] = timeProblems(at, session.session_on, context.now, context.zone);
  if (late !== undefined) throw refuseField('at', late.replace(', or leave it out', ''));
  refuseNotNotified(value, notified, context);

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

/** Refuses a value above the limit until somebody was told, and a telling that nothing asked for. */
export function refuseNotNotified(
  value: number,
  notified: Notification,
  { settings, now }: Pick<Context, 'settings' | 'now'>,
  asks = true,
): void {
  const over = breathReading(value, settings) === 'over-limit';
  if (over && asks && notified == null) throw refuseField('notified', 'This is above the program’s limit. Who did you tell, and when?');
  if (!over && notified != null)
    throw refuseField('notified', 'This is not above the program’s limit. Report what you see in the person instead.');
  if (notified != null && isFuture(notified.notifiedAt, now))
    throw refuseField('notified.notifiedAt', 'That time is still to come. Say when you told them.');
}

/** The clock rests on the number alone: neither baseline nor an explanation keeps it from starting. */
export async function startBreathClock(
  context: Context,
  screen: { id: string; clientId: string },
  value: number,
  notified: Notification,
): Promise<void> {
  const facts = { item9: null, breathAlcohol: value, analytes: [], opioidMedicationStopped: false, returned: false, reported: [] };
  await startClocks(
    context,
    safetyOpenings(facts, context.settings).map((kind) => ({
      clientId: screen.clientId,
      kind,
      notified: notified?.notified ?? null,
      notifiedAt: notified?.notifiedAt ?? null,
      source: 'breath' as const,
      label: breathWords(value),
      screenId: screen.id,
    })),
  );
}

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
