import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { findingsNew, findingsUnanswered } from '#domain/drug-screens/amended-findings.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { analyteAnswered } from '#domain/drug-screens/code-answers.ts';
import { codeProblemWords, codeRefusals } from '#domain/drug-screens/code-answers-words.ts';
import { isActedOn } from '#domain/drug-screens/history.ts';
import { answerScreens } from '#server/adjustments/answer-screens.ts';
import { restate } from '#server/adjustments/restate.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { openConcerns } from '#server/safety/screen-concerns.ts';
import { projectReadings, readingsBefore, type Findings } from './findings.projection.ts';
import { replaceScreen } from './replace-screen.ts';
import { asWritten } from './screen-as-written.ts';
import { screenRows, storedScreen, type ScreenRow } from './screens.rows.ts';
import { nameOn } from './unknown-codes.projection.ts';
import { screensWithCode } from './unknown-codes.rows.ts';
import { answerQuestion } from './unknown-codes.store.ts';

/**
 * Says which drug a code is. Every screen that has it is read by that drug from now on, and what can still be acted on opens what it would have
 * opened when it was read.
 */
export const answerCode: Procedure<Contract['drugScreens']['answerCode']> = async ({ code, drug, family }, context) => {
  const { db, actor, version, record } = context;
  const question = found(await db.selectFrom('analyte_question').selectAll().where('code', '=', code).forUpdate().executeTakeFirst());
  refuseStale(question, version, question.analyte === null ? undefined : `${code} is ${analyteName(question.analyte)}`);
  const answered = analyteAnswered(drug, family);
  if ('problem' in answered) throw refuseField(...codeProblemWords[answered.problem]);
  const { analyte } = answered;
  if (analyte === question.analyte) throw refuseField('drug', codeRefusals.same(analyteName(analyte)));

  const screens = await screensWithCode(db, code);
  const clientIds = [...new Set(screens.map(({ client_id }) => client_id))].toSorted();
  await lockAnyClients(db, clientIds);
  await answerQuestion(context, code, analyte);
  const concerned = new Set(screens.map(({ id }) => id));
  const rows = (await screenRows(db, clientIds, {})).filter(({ id }) => concerned.has(id));
  await nameOn(db, actor.organizationId, rows, { code, analyte });
  const before = await readingsBefore(db, [...concerned]);
  const actedOn = rows.filter((row) => isActedOn({ source: row.source, on: row.collected_on }, dayAt(context.now, context.zone)));
  if (question.analyte === null) {
    const findings = await projectReadings(context, actor.organizationId, clientIds);
    for (const row of actedOn) await followed(context, row, before.get(row.id) ?? {}, findings.get(row.id) ?? {});
  } else {
    const words = codeRefusals.corrected(code, analyteName(analyte), analyteName(question.analyte));
    for (const { id } of actedOn) await writeAnew(context, id, words);
    await projectReadings(context, actor.organizationId, clientIds);
  }
  await record.changed('drug-screens', clientIds);
  return { analyte, screens: screens.length };
};

/** What a screen opens now that its code is answered. */
async function followed(context: Context, row: ScreenRow, before: Findings, findings: Findings): Promise<void> {
  const { id, client_id: clientId, outcome, validity, validity_reason: reason } = row;
  const screen = { id, clientId, outcome, validity, reason };
  const current = await restate(context, { ...screen, findings: before }, { ...screen, findings });
  const unanswered = findingsUnanswered(findings, (analyte) => current.has(analyte));
  await answerScreens(context, [{ ...screen, findings: unanswered, adjustmentId: [...current.values()][0] ?? null }]);
  await openConcerns(context, [{ ...screen, findings: findingsNew(findings, before, false), adjustmentId: null }]);
}

/** An answer that was wrong was acted on: another row takes the screen's place, and what rested on the earlier one is corrected with it. */
async function writeAnew(context: Context, screenId: string, words: string): Promise<void> {
  const screen = await storedScreen(context.db, screenId);
  await replaceScreen(context, screen, { ...asWritten(screen), amends: { id: screenId, because: 'other', words } });
}
