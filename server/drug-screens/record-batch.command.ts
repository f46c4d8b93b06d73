import type { Contract } from '#contract/index.ts';
import { impliesCup, resultsOfCup, validityOfCup } from '#domain/drug-screens/cups.ts';
import { savedWords } from '#domain/drug-screens/cups-words.ts';
import type { SpecimenType } from '#domain/drug-screens/interpret.ts';
import { projectReadings } from './findings.projection.ts';
import { sessionFor, type FoundSession } from '#server/scheduling/sessions.guards.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { answerScreens, type ReadScreen } from '#server/adjustments/answer-screens.ts';
import { slotOfRow } from './due-slots.guards.ts';
import { openSlots } from './due-slots.rows.ts';
import { panelUsed, refuseBeforeDay, refuseOutsideEpisode } from './log.guards.ts';
import { refuseOtherObservers } from './observers.guards.ts';
import { refuseRecorded } from './already-recorded.guards.ts';
import { refuseImpossibleRows, refuseOtherCount, type Log, type Panel, type Row } from './log-entries.guards.ts';
import { notificationGiven } from '#server/safety/notification.guards.ts';
import { insertConcerns } from '#server/safety/safety-concerns.store.ts';
import { openConcerns } from '#server/safety/screen-concerns.ts';
import { signBatch, writeScreens, type NewScreen } from './screens.store.ts';

/**
 * Stores a signed log in one transaction with everything that it opens, or nothing of it. The reader is told that it is saved,
 * and never what was found.
 */
export const record: Procedure<Contract['drugScreens']['record']> = async (log, context) => {
  const session = await sessionFor(context, log.sessionId);
  refuseBeforeDay(session, context);
  if (log.rows.length + log.safety.length === 0) throw refuseField('rows', 'Enter a row first.');
  const cups = log.rows.some(impliesCup);
  const panel = await panelUsed(context, log.panelId, log.lot, session.session_on, cups);
  refuseImpossibleRows(log.rows, panel, session.session_on, context);
  const reports = log.safety.map(({ clientId, trigger, notified }, index) => ({
    clientId,
    kind: trigger,
    notified: notificationGiven(notified, context, `safety.${index}.notified`),
  }));
  await refuseOtherObservers(context, observersIn(log), session.session_on);
  refuseOtherCount(log);

  const clientIds = [...new Set([...log.rows, ...log.safety].map(({ clientId }) => clientId))].toSorted();
  await lockClients(context, clientIds);
  await refuseOutsideEpisode(
    context,
    log.rows.map(({ clientId }, index) => ({ clientId, on: session.session_on, field: `rows.${index}.clientId` })),
  );
  await refuseRecorded(context, session, log.rows, specimenOf(panel));

  const read = log.rows.length === 0 ? [] : await storedRows(context, session, panel, log);
  await answerScreens(context, read);
  await openConcerns(context, read);
  const seen = { source: 'log' as const, facts: { session: session.title }, screenId: null, raisedBy: context.actor.staffId };
  await insertConcerns(
    context,
    context.now,
    reports.map((report) => ({ ...report, ...seen })),
  );
  await context.record.changed('drug-screens', clientIds);
  return { saved: read.length, message: savedWords(read.length) };
};

async function storedRows(context: Context, session: FoundSession, panel: Panel | null, log: Log): Promise<readonly ReadScreen[]> {
  const batchId = await signBatch(context, session.id, log.cupsCounted);
  const slots = await openSlots(
    context,
    session,
    log.rows.map(({ clientId }) => clientId),
  );
  const placed = { batchId, sessionId: session.id, collectedOn: session.session_on };
  const written = await writeScreens(
    context,
    log.rows.map((row, index) => ({
      ...screenOf(row, panel, log, context),
      ...slotOfRow(row, index, slots, session.session_on, context.settings),
      ...placed,
    })),
  );
  const findings = await projectReadings(
    context,
    context.actor.organizationId,
    written.map(({ clientId }) => clientId),
    session.session_on,
  );
  return written.map((screen) => ({ ...screen, findings: findings.get(screen.id) ?? {}, adjustmentId: null }));
}

const observersIn = ({ rows }: Log) =>
  rows.flatMap(({ observedBy }, index) => (observedBy == null ? [] : [{ field: `rows.${index}.observedBy`, observerId: observedBy }]));

const specimenOf =
  (panel: Panel | null) =>
  (row: Row): SpecimenType | null => {
    if (panel === null || row.outcome !== 'collected') return null;
    return row.toLab && panel.specimen === 'urine-cup' ? 'urine-lab' : panel.specimen;
  };

type FromRow = Omit<NewScreen, 'slotId' | 'scheduled' | 'batchId' | 'sessionId' | 'collectedOn'>;

function screenOf(row: Row, panel: Panel | null, { lot }: Log, { actor }: Context): FromRow {
  const cup = row.outcome === 'collected';
  return {
    clientId: row.clientId,
    outcome: row.outcome,
    specimen: specimenOf(panel)(row),
    ...validityOfCup(row),
    temperatureInRange: row.temperatureInRange,
    observed: row.observed ?? null,
    observedBy: row.observedBy ?? null,
    panelId: cup ? (panel?.id ?? null) : null,
    lot: cup ? lot : null,
    collectedAt: row.readAt,
    readBy: actor.staffId,
    source: 'logged',
    amends: null,
    results: resultsOfCup(row, panel?.analytes ?? []),
  };
}
