import { cutText } from '#domain/people/cut-text.ts';
import { registersOnly } from '#server/access/import-scope.ts';
import { problemWords } from '#domain/imports/problem-words.ts';
import type { ProblemCode } from '#domain/imports/problems.ts';
import { unseenWords } from '#domain/imports/match-error-words.ts';
import type { RowShown } from '#contract/imports-shown.ts';
import type { ImportContext } from './import-context.rows.ts';
import { readingOf, type Batch } from './batches.ts';
import type { ImportRow } from './import-rows.rows.ts';
import { similarCounts } from './similar.rows.ts';
import { changeWords } from './change-words.ts';
import { clientsNumbered } from './clients-numbered.rows.ts';
import { asksForCharts, suggestionsFor } from './suggestions.ts';

/** Columns that say in a few words which row it is. */
const telling = [
  'chart_number',
  'last_name',
  'full_name',
  'first_name',
  'date',
  'opened_on',
  'started_on',
  'from_on',
  'start',
  'title',
  'group',
  'name',
];

/** Problems whose words say what is stored of somebody. */
const tellsOfStored: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'differs-from-stored',
  'ends-otherwise',
  'groups-overlap',
  'moved',
  'screen-differs',
]);

/** Rows as a person reads them: which it is, what is wrong, what may have been meant, and what it would change. */
export async function rowsShown(importContext: ImportContext, batch: Batch, rows: readonly ImportRow[]): Promise<RowShown[]> {
  const { translation, mapping } = readingOf(batch, importContext);
  const suggest = suggestionsFor(importContext, mapping, asksForCharts(rows) ? await clientsNumbered(importContext) : []);
  const similar = await similarCounts(importContext.db, batch.id, rows);
  const blind = registersOnly(importContext.importer);
  return rows.map((row) => {
    const cell = (column: string) => (row.fixes?.[column] ?? translation.cellOf(column, row.cells)).trim();
    return {
      row: row.row,
      line: row.line,
      state: row.state,
      about: cutText(
        telling
          .flatMap((column) => cell(column) || [])
          .slice(0, 5)
          .join(' · '),
        200,
      ),
      clientId: !blind && (row.state === 'update' || row.state === 'fix') ? row.client_id : null,
      problems: (row.problems ?? []).map((problem) => ({
        column: problem.column,
        cell: problem.cell,
        ...(blind && tellsOfStored.has(problem.code) ? unseenWords : problemWords(problem)),
        suggestions: [...suggest(problem)],
      })),
      similar: similar.get(row.row) ?? 0,
      // What is stored is not shown to whoever opens no chart: a director looks at the row.
      changes: (blind ? [] : (row.changes ?? [])).map((change) => ({
        column: change.column,
        ...changeWords(importContext, change),
        setByHand: change.setByHand,
      })),
      kept: row.kept_columns,
    };
  });
}

/** The clients whom rows name: those they are about, and those that are suggested. */
export const clientsIn = (rows: readonly RowShown[]): string[] => [
  ...new Set(
    rows.flatMap(({ clientId, problems }) =>
      [clientId, ...problems.flatMap(({ suggestions }) => suggestions.map((one) => one.clientId))].flatMap((id) => id ?? []),
    ),
  ),
];
