import { earliest } from '#domain/calendar/calendar.ts';
import { isAdjustmentFinding } from '#domain/drug-screens/interpret.ts';
import { projectReadings } from './findings.projection.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { ScreenFound } from './amended-screen.guards.ts';
import { answerScreens } from '#server/adjustments/answer-screens.store.ts';
import { restate } from '#server/adjustments/restate.store.ts';
import { openConcerns } from '#server/safety/screen-concerns.store.ts';
import { writeScreens, type NewScreen, type WrittenScreen } from './screens.store.ts';

/** Writes the row that takes the place of a screen, reads it, and lets the adjustments and the safety clock follow. The caller holds the clients. */
export async function replaceScreen(context: Context, screen: ScreenFound, wanted: NewScreen): Promise<WrittenScreen> {
  const { db, actor } = context;
  const [written] = await writeScreens(context, [wanted]);
  if (written === undefined) throw new Error('an amendment was not written');
  const before = await db.deleteFrom('screen_reading').where('screen_id', '=', screen.id).returning('findings').executeTakeFirst();
  const clientIds = [...new Set([screen.client_id, wanted.clientId])];
  const from = earliest([screen.collected_on, written.collectedOn]) ?? written.collectedOn;
  const read = async () => (await projectReadings(context, actor.organizationId, clientIds, from)).get(written.id) ?? {};
  const findings = await read();
  await answerAgain(context, screen, written, { before: before?.findings ?? {}, findings });
  // An explanation belongs to the adjustment, so the row is read once more now that it is tied to it.
  await read();
  return written;
}

type Read = {
  readonly before: Readonly<Record<string, string>>;
  readonly findings: Awaited<ReturnType<typeof projectReadings>> extends Map<string, infer F> ? F : never;
};

async function answerAgain(context: Context, screen: ScreenFound, written: WrittenScreen, { before, findings }: Read): Promise<void> {
  const current = await restate(context, { id: screen.id, clientId: screen.client_id }, { ...written, findings });
  const unanswered = Object.fromEntries(
    Object.entries(findings).filter(([analyte, finding]) => !isAdjustmentFinding(finding) || !current.has(analyte)),
  );
  await answerScreens(context, [{ ...written, findings: unanswered, adjustmentId: [...current.values()][0] ?? null }]);
  const moved = written.clientId !== screen.client_id;
  const fresh = Object.fromEntries(Object.entries(findings).filter(([analyte, finding]) => moved || before[analyte] !== finding));
  await openConcerns(context, [{ ...written, findings: fresh, adjustmentId: null }]);
}
