import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import type { Result } from '#domain/drug-screens/interpret.ts';
import { labProblem, reportDayProblem, type LabLine } from '#domain/drug-screens/lab-results.ts';
import { labLineWords, labProblemWords, reportDayWords } from '#domain/drug-screens/lab-results-words.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { found } from '#server/database/not-found.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { resultsAsPrinted } from './screens.rows.ts';
import type { ScreenFound } from './amended-screen.guards.ts';

/** The specimen that a report is about, reached through its client. A foreign and an unknown one are refused alike. */
export async function specimenOfReport({ db, actor }: Pick<Context, 'db' | 'actor'>, screenId: string): Promise<ScreenFound> {
  const screen = found(
    await db
      .selectFrom('screen')
      .innerJoin('client', (join) =>
        join.onRef('client.organization_id', '=', 'screen.organization_id').onRef('client.id', '=', 'screen.client_id'),
      )
      .selectAll('screen')
      .select(resultsAsPrinted.as('results'))
      .where('screen.id', '=', screenId)
      .where(clientsOf(actor))
      .executeTakeFirst(),
  );
  if (screen.outcome !== 'collected' || screen.specimen === 'breath-alcohol')
    throw new Refusal('wrong-state', 'No specimen of this entry is at a laboratory. Choose another one.');
  return screen;
}

/** Refuses a report of another day: it is about another specimen. */
export function refuseOtherReport(
  { collected_on }: Pick<ScreenFound, 'collected_on'>,
  saidOn: Day,
  { now, zone }: Pick<Context, 'now' | 'zone'>,
): void {
  const problem = reportDayProblem(saidOn, collected_on, dayAt(now, zone));
  if (problem !== null) throw refuseField('collectedOn', reportDayWords[problem](collected_on));
}

type Line = LabLine & { readonly value?: number | undefined; readonly unit?: string | undefined };

/** Refuses a report with a line that can't be: one that is decided, one that nobody knows, a number without its unit. */
export function refuseWrongLines(recorded: readonly { readonly analyte: string; readonly result: Result }[], lines: readonly Line[]): void {
  const wrong = labProblem(recorded, lines);
  if (wrong !== null) {
    const field = wrong.index === null ? 'lines' : `lines.${wrong.index}.analyte`;
    throw refuseField(field, labProblemWords(wrong.problem, lines[wrong.index ?? 0]?.analyte ?? ''));
  }
  const bare = lines.findIndex(({ value, unit }) => value !== undefined && unit === undefined);
  if (bare !== -1) throw refuseField(`lines.${bare}.unit`, labLineWords.unit);
}
