import type { Contract } from '#contract/index.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { expectationOf } from '#domain/medications/expectation.ts';
import { expectationRules, medicationsOf } from './medications.rows.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { screenToAmend } from '#server/drug-screens/amended-screen.guards.ts';
import { amendment } from '#server/drug-screens/amendment.guards.ts';
import { replaceScreen } from '#server/drug-screens/replace-screen.ts';
import { insertReinterpretationAnswer } from './reinterpretation-answers.store.ts';

/**
 * The clinician's answer to an offered screen. Kept as read, nothing changes; read again, another row takes the screen's place with what the
 * list now says, and the earlier row stays as it was written.
 */
export const answerReading: Procedure<Contract['medications']['answerReading']> = async (
  { clientId, reviewId, answer, because },
  context,
) => {
  const { db, record } = context;
  await lockClients(context, [clientId]);
  const review = found(
    await db
      .selectFrom('reinterpretation as review')
      .leftJoin('reinterpretation_answer as given', 'given.review_id', 'review.id')
      .select(['review.screen_id', 'given.answer'])
      .where('review.id', '=', reviewId)
      .where('review.client_id', '=', clientId)
      .executeTakeFirst(),
  );
  if (review.answer !== null) throw new Refusal('wrong-state', 'This was answered already, or a newer change of the list took its place.');
  const amendedBy = answer === 'read-again' ? await readAgain(context, clientId, review.screen_id, because) : null;
  await insertReinterpretationAnswer(context, { reviewId, clientId, answer, because, amendedBy });
  await record.changed('medications', [clientId]);
  return {};
};

/** The row that stands for a screen now, by way of its amendments. */
async function currentRow(db: Context['db'], screenId: string): Promise<string> {
  const later = await db.selectFrom('screen').select('id').where('amends_id', '=', screenId).executeTakeFirst();
  return later === undefined ? screenId : currentRow(db, later.id);
}

async function readAgain(context: Context, clientId: string, screenId: string, because: string): Promise<string> {
  const { db } = context;
  const screen = await screenToAmend(context, await currentRow(db, screenId));
  const kept = await amendment(context, screen, {}, { because: 'medication-list', words: because });
  const medications = (await medicationsOf(db, [clientId])).get(clientId) ?? [];
  const map = await expectationRules(db);
  const { specimen, panelId, collectedOn } = kept;
  const results = kept.results.map((one) =>
    specimen === null
      ? one
      : { ...one, expected: expectationOf(analyteCode(one.analyte), { specimen, panelId }, medications, map, collectedOn) },
  );
  // Who read the cup is who read it: only what was expected of it is another.
  const { id } = await replaceScreen(context, screen, { ...kept, readBy: screen.read_by, source: screen.source, results });
  return id;
}
