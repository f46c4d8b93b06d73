import type { Contract } from '#contract/index.ts';
import type { FieldProblem } from '#contract/refusals.ts';
import { dayAt, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { impliesCup } from '#domain/drug-screens/cups.ts';
import { observationProblemWords } from '#domain/drug-screens/observation-words.ts';
import { observationProblem } from '#domain/drug-screens/observation.ts';
import type { SpecimenType } from '#domain/drug-screens/interpret.ts';
import { countDiffers, timeProblemWords, type TimeProblem } from '#domain/drug-screens/cups-words.ts';
import { isAfterNow } from '#server/clock.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

export type Log = Parameters<Procedure<Contract['drugScreens']['record']>>[0];
export type Row = Log['rows'][number];
export type Panel = { readonly id: string; readonly specimen: SpecimenType; readonly analytes: readonly string[] };

/** Refuses a log whose rows don't add up to the cups that were counted, and says by how much. */
export function refuseOtherCount({ cupsCounted, rows }: Pick<Log, 'cupsCounted' | 'rows'>): void {
  const entered = rows.filter(impliesCup).length;
  if (entered !== cupsCounted)
    throw new Refusal('count-differs', countDiffers(cupsCounted, entered, []), [
      { field: 'cupsCounted', message: countDiffers(cupsCounted, entered, []) },
    ]);
}

/** Refuses rows that can't be as they say, each with its field and the fix. */
export function refuseImpossibleRows(
  rows: readonly Row[],
  panel: Panel | null,
  on: Day,
  { now, zone }: Pick<Context, 'now' | 'zone'>,
): void {
  const problems = rows.flatMap((row, index) =>
    problemsOf(row, panel, on, now, zone).map(([field, message]): FieldProblem => ({ field: `rows.${index}.${field}`, message })),
  );
  const twice = rows.flatMap(({ clientId }, index): FieldProblem[] =>
    rows.findIndex((other) => other.clientId === clientId) < index
      ? [{ field: `rows.${index}.clientId`, message: 'This client is in another row already. Keep one of the two.' }]
      : [],
  );
  if (problems.length + twice.length > 0) throw new Refusal('input-invalid', undefined, [...problems, ...twice]);
}

type Found = readonly [field: string, message: string];

function problemsOf(row: Row, panel: Panel | null, on: Day, now: Instant, zone: string): readonly Found[] {
  const strips = panel?.analytes ?? [];
  const printed = new Set(strips.map(analyteCode));
  const noLine = row.noLine.map(analyteCode);
  const unknown = row.noLine.filter((code) => !printed.has(analyteCode(code)));
  const noResults = row.outcome !== 'collected' || row.notValid !== null || row.toLab;
  const found: (Found | false)[] = [
    row.outcome !== 'collected' &&
      (row.notValid !== null || row.toLab || row.temperatureInRange !== null) && [
        'outcome',
        'There was no cup, so nothing can be said about one. Take that out, or record the cup.',
      ],
    noResults && row.noLine.length > 0 && ['noLine', 'No strips were read on this cup. Take them out, or record the cup as read.'],
    row.toLab && row.notValid !== null && ['toLab', 'Say either that the cup is not valid or that it goes to the lab unread.'],
    unknown.length > 0 && ['noLine', `This cup has no strip ${unknown.join(', ')}. Take it out or choose another panel.`],
    new Set(noLine).size < noLine.length && ['noLine', 'A strip is there twice. Say it once.'],
    ...observationProblems(row),
    ...timeProblems(row.readAt, on, now, zone).map((problem): Found => ['readAt', timeProblemWords(problem, on, 'may-be-left-out')]),
    row.secondSpecimen === true &&
      row.outcome !== 'collected' && [
        'secondSpecimen',
        'A second specimen is a cup that was handed over. Record the cup, or take this row out.',
      ],
  ];
  return found.filter((one) => one !== false);
}

function observationProblems({ outcome, observed = null, observedBy = null }: Row): readonly Found[] {
  const problem = observationProblem({ outcome, observed, observedBy });
  return problem === null ? [] : [observationProblemWords[problem]];
}

/** What is wrong with the moment of a reading: one to come, or of another day than the session's. */
export function timeProblems(readAt: Instant | null, on: Day, now: Instant, zone: string): readonly TimeProblem[] {
  if (readAt === null) return [];
  if (isAfterNow(readAt, now)) return ['to-come'];
  return dayAt(readAt, zone) === on ? [] : ['another-day'];
}
