import { wholeRow } from '#domain/imports/file-shape.ts';
import { cutText } from '#domain/people/cut-text.ts';
import type { ColumnProblem, KeptProblem } from '#domain/imports/problems.ts';
import type { Change, ImportRowState, Written } from '#domain/imports/imports.ts';
import type { ImportContext } from './import-context.rows.ts';
import type { RowOutcome } from './intakes.ts';
import type { Batch, Reading } from './batches.ts';
import { partsOf, type ImportRow } from './import-rows.rows.ts';
import { groupsNamed } from './file-groups.ts';
import { reachOf } from './csv/rows.ts';
import { digest, otherRows, sharedKeys } from './other-rows.ts';

/** What a row is found to be, as it is kept. */
export type Found = {
  readonly row: number;
  readonly state: ImportRowState;
  readonly key: string | null;
  readonly shared_key: string | null;
  readonly shared_facts: string | null;
  readonly sorted_by: string | null;
  readonly client_id: string | null;
  readonly problems: readonly KeptProblem[] | null;
  readonly changes: readonly Change[] | null;
  readonly written: readonly Written[] | null;
};

/** Reads rows of an import and holds them against what is stored and the other rows of the file, those up to a row where the rest is not read yet. `write` stores what is new in them. */
export async function settledRows(
  importContext: ImportContext,
  batch: Batch,
  reading: Reading,
  rows: readonly ImportRow[],
  upTo: number | null = null,
): Promise<{ readonly found: readonly Found[]; readonly write: () => Promise<void> }> {
  const { intake, translation } = reading;
  const reach = reachOf(intake, batch.header, reading.mapping);
  const parts = intake.isGathered ? await partsOf(importContext.db, batch.id, rows) : new Map<number, ImportRow[]>();
  const given = rows.flatMap(({ row, line, cells, fixes }) => {
    const all = [cells, ...(parts.get(row) ?? []).map((part) => part.cells)];
    const [whole, ...rest] = all.flatMap((one) => [wholeRow(one, batch.header.length, reach) ?? []].filter(({ length }) => length > 0));
    return whole === undefined || rest.length + 1 < all.length ? [] : [{ row, line, ...translation.row(whole, fixes, rest) }];
  });
  const { outcomes, write } = await intake.settle(
    { ...importContext, importId: batch.id, keysInFile: (keys) => sharedKeys(importContext.db, batch.id, keys) },
    given,
    otherRows(importContext.db, batch.id, rows, upTo, groupsNamed(importContext.db, reading)),
  );
  const byRow = new Map(outcomes.map((outcome) => [outcome.row, outcome]));
  const found = rows.map((row): Found => {
    const cut: RowOutcome = {
      row: row.row,
      line: row.line,
      keys: null,
      noted: [{ column: null, code: 'cell-count', found: row.cells.length, needed: batch.header.length }],
    };
    return foundIn(
      byRow.get(row.row) ?? cut,
      (column) =>
        row.fixes?.[column] ??
        translation.cellOf(
          column,
          row.cells,
          parts.get(row.row)?.map((part) => part.cells),
        ),
    );
  });
  return { found, write };
}

function foundIn(outcome: RowOutcome, cellOf: (column: string) => string): Found {
  const { row, keys } = outcome;
  const known = {
    row,
    key: keys === null ? null : digest(keys.key),
    shared_key: keys?.shared?.key === undefined ? null : digest(keys.shared.key),
    shared_facts: keys?.shared?.facts === undefined ? null : digest(keys.shared.facts),
    sorted_by: keys?.on ?? null,
    client_id: 'verdict' in outcome ? outcome.verdict.clientId : null,
    problems: null,
    changes: null,
    written: null,
  };
  const held = (problems: readonly ColumnProblem[]): Found => ({
    ...known,
    state: 'fix',
    problems: problems.map((problem) => ({ ...problem, cell: problem.column === null ? '' : cutText(cellOf(problem.column), 200) })),
  });
  // What is said second about one column mostly follows from the first.
  if ('noted' in outcome)
    return held(
      outcome.noted.filter(({ column }, at) => column === null || outcome.noted.findIndex((one) => one.column === column) === at),
    );
  const { verdict } = outcome;
  switch (verdict.is) {
    case 'fresh':
      return { ...known, state: 'ready', written: verdict.written };
    case 'here':
      return { ...known, state: 'here' };
    case 'changed':
      return { ...known, state: 'update', changes: verdict.changes };
    case 'wrong':
      return held([{ column: verdict.column, ...verdict.problem }, ...outcome.also]);
  }
  verdict satisfies never;
}
