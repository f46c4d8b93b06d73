import type { Contract } from '#contract/index.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { isUndecided, resultByLab } from '#domain/drug-screens/lab-results.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseSuperseded } from './amended-screen.guards.ts';
import { refuseOtherReport, refuseWrongLines, specimenOfReport } from './lab-results.guards.ts';
import { replaceScreen } from './replace-screen.ts';
import { asWritten } from './screen-as-written.ts';

/**
 * Writes what a laboratory's report says. The screen is amended in place: the reading that a cup gave stays as it was, expectations that were fixed at
 * collection stay, and adjustments and whoever acted on the earlier reading follow (program rules 1.8, 2.8).
 */
export const recordLabResults: Procedure<Contract['drugScreens']['recordLabResults']> = async (report, context) => {
  const screen = await specimenOfReport(context, report.screenId);
  await lockClients(context, [screen.client_id]);
  await refuseSuperseded(context, screen.id);
  refuseOtherReport(screen, report.collectedOn, context);
  refuseWrongLines(screen.results, report.lines);

  const said = new Map(report.lines.map((line) => [analyteCode(line.analyte), line]));
  const before = asWritten(screen);
  const results = before.results.map((one) => {
    const line = said.get(analyteCode(one.analyte));
    if (line === undefined) return one;
    const { value = null, unit = null, cutoff = one.cutoff ?? null } = line;
    return { ...one, result: resultByLab(one.result, line.answer), value, unit, cutoff };
  });
  const known = new Set(before.results.map(({ analyte }) => analyteCode(analyte)));
  const added = report.lines
    .filter(({ analyte }) => !known.has(analyteCode(analyte)))
    .map(({ analyte, answer, value = null, unit = null, cutoff = null }) => ({
      analyte,
      result: resultByLab(null, answer),
      value,
      unit,
      cutoff,
    }));
  const written = await replaceScreen(context, screen, {
    ...before,
    readBy: context.actor.staffId,
    results: [...results, ...added],
    amends: { id: screen.id, because: 'lab-correction', words: report.report ?? null },
  });
  await context.record.changed('drug-screens', [screen.client_id]);
  const count = (answer: (typeof report.lines)[number]['answer']) => report.lines.filter((line) => line.answer === answer).length;
  return {
    screenId: written.id,
    confirmed: count('confirmed'),
    notConfirmed: count('not-confirmed'),
    inconclusive: count('inconclusive'),
    waiting: written.results.filter(({ result }) => isUndecided(result)).length,
  };
};
