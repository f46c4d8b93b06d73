import type { Contract } from '#contract/index.ts';
import { earliest } from '#domain/calendar.ts';
import { projectReadings } from '../../facts/screen-readings.ts';
import type { Context, Procedure } from '../../procedure.ts';
import { refuseField } from '../../refusal.ts';
import { answerScreens } from './answers.ts';
import { refuseSuperseded, screenToAmend, type ScreenFound } from './amended-screen.ts';
import { amendment, refuseUnchanged } from './amendment.ts';
import { holdClients } from './log-facts.ts';
import { owes, restate } from './restate.ts';
import { openConcerns } from './safety.ts';
import { writeScreens, type WrittenScreen } from './stored-screens.ts';

/**
 * Puts a screen right with another row that names it; the earlier one stays as it was written. The findings are worked out again,
 * and the adjustments that rested on the earlier reading follow.
 */
export const amend: Procedure<Contract['drugScreens']['amend']> = async ({ screenId, because, words, changes }, context) => {
  if (because === 'other' && words === undefined) throw refuseField('words', 'Say what was wrong with the entry.');
  const screen = await screenToAmend(context, screenId);
  const clientId = changes.clientId ?? screen.client_id;
  await holdClients(context, [screen.client_id, clientId]);
  await refuseSuperseded(context, screen.id);
  const wanted = await amendment(context, screen, changes, words === undefined ? because : `${because}: ${words}`);
  refuseUnchanged(screen, wanted);

  const { db, actor } = context;
  const [written] = await writeScreens(context, [wanted]);
  if (written === undefined) throw new Error('an amendment was not written');
  const before = await db.deleteFrom('screen_reading').where('screen_id', '=', screen.id).returning('findings').executeTakeFirst();
  const clientIds = [...new Set([screen.client_id, clientId])];
  const from = earliest([screen.collected_on, written.collectedOn]) ?? written.collectedOn;
  const read = async () => (await projectReadings(context, actor.organizationId, clientIds, from)).get(written.id) ?? {};
  const findings = await read();
  await answerAgain(context, screen, written, { before: before?.findings ?? {}, findings });
  // An explanation belongs to the adjustment, so the row is read once more now that it is tied to it.
  await read();
  await context.record.changed('drug-screens', clientIds);
  return { screenId: written.id };
};

type Read = {
  readonly before: Readonly<Record<string, string>>;
  readonly findings: Awaited<ReturnType<typeof projectReadings>> extends Map<string, infer F> ? F : never;
};

async function answerAgain(context: Context, screen: ScreenFound, written: WrittenScreen, { before, findings }: Read): Promise<void> {
  const standing = await restate(context, { id: screen.id, clientId: screen.client_id }, { ...written, findings });
  const unanswered = Object.fromEntries(Object.entries(findings).filter(([analyte, finding]) => !owes(finding) || !standing.has(analyte)));
  await answerScreens(context, [{ ...written, findings: unanswered, adjustmentId: [...standing.values()][0] ?? null }]);
  const moved = written.clientId !== screen.client_id;
  const fresh = Object.fromEntries(Object.entries(findings).filter(([analyte, finding]) => moved || before[analyte] !== finding));
  await openConcerns(context, [{ ...written, findings: fresh, adjustmentId: null }], []);
}
