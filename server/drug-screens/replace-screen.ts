import { earliest } from '#domain/calendar/calendar.ts';
import { findingsNew, findingsUnanswered } from '#domain/drug-screens/amended-findings.ts';
import { dropReading, projectReadings, type Findings } from './findings.projection.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { ScreenFound } from './amended-screen.guards.ts';
import { answerScreens } from '#server/adjustments/answer-screens.ts';
import { restate } from '#server/adjustments/restate.ts';
import { openConcerns } from '#server/safety/screen-concerns.ts';
import { writeScreens, type NewScreen, type WrittenScreen } from './screens.store.ts';

/** Writes the row that takes the place of a screen, reads it, and lets the adjustments and the safety clock follow. The caller holds the clients. */
export async function replaceScreen(context: Context, screen: ScreenFound, wanted: NewScreen): Promise<WrittenScreen> {
  const { db, actor } = context;
  const [written] = await writeScreens(context, [wanted]);
  if (written === undefined) throw new Error('an amendment was not written');
  const before = await dropReading(db, screen.id);
  const clientIds = [...new Set([screen.client_id, wanted.clientId])];
  const from = earliest([screen.collected_on, written.collectedOn]) ?? written.collectedOn;
  const read = async () => (await projectReadings(context, actor.organizationId, clientIds, from)).get(written.id) ?? {};
  const findings = await read();
  await answerAgain(context, screen, written, { before, findings });
  // An explanation belongs to the adjustment, so the row is read once more now that it is tied to it.
  await read();
  return written;
}

type Read = {
  readonly before: Findings;
  readonly findings: Findings;
};

async function answerAgain(context: Context, screen: ScreenFound, written: WrittenScreen, { before, findings }: Read): Promise<void> {
  const was = { id: screen.id, clientId: screen.client_id, validity: screen.validity, findings: before };
  const current = await restate(context, was, { ...written, findings });
  const unanswered = findingsUnanswered(findings, (analyte) => current.has(analyte));
  await answerScreens(context, [{ ...written, findings: unanswered, adjustmentId: [...current.values()][0] ?? null }]);
  const fresh = findingsNew(findings, before, written.clientId !== screen.client_id);
  await openConcerns(context, [{ ...written, findings: fresh, adjustmentId: null }]);
}
