import type { LocatedProblem } from '#domain/imports/problems.ts';
import type { FileNote } from '#domain/imports/file-shape.ts';
import type { Change } from '#domain/imports/imports.ts';
import { wholeRow } from '#domain/imports/file-shape.ts';
import { changesMade } from './changes.store.ts';
import { reachOf } from './csv/rows.ts';
import { specimenIndexes, specimensIn } from './csv/results.ts';
import { rowsBefore } from './csv/row-keys.ts';
import { tableOf } from './csv/table.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { storable } from './csv/header.ts';
import { fileReading, type Said } from './file-reading.ts';
import type { ImportContext } from './import-context.rows.ts';
import type { CellsOfRow, RowOutcome } from './intakes.ts';
import type { KnownFile } from './sorted-files.ts';

/** What became of the rows of one file. */
export type Tally = {
  readonly rows: number;
  readonly added: number;
  readonly here: number;
  readonly heldBack: number;
  readonly problems: readonly LocatedProblem[];
  readonly notes: readonly FileNote[];
  readonly unread: readonly string[];
};

export type Watch = {
  /** Told after each batch how many rows have been read. */
  readonly reached: (rows: number) => void;
  /** Told which clients' records a batch has changed. */
  readonly changed: (clientIds: readonly string[]) => Promise<void>;
};

const batchRows = 1_000;

/** Reads and stores a file a batch at a time. Throws `UnreadableRest` where it can't be read to its end. */
export async function commitFile(importContext: ImportContext, file: KnownFile, given: Said, watch: Watch): Promise<Tally> {
  const { source, intake } = file;
  const problems: LocatedProblem[] = [];
  const tally = { rows: 0, added: 0, here: 0, heldBack: 0 };
  const clientIds = new Set<string>();
  const lines = new Map<number, number>();
  const others = rowsBefore((row) => lines.get(row) ?? row);
  const keys = new Set<string>();
  const keysInFile = (some: readonly string[]) => Promise.resolve(new Set(some.filter((key) => keys.has(key))));
  let batch: CellsOfRow[] = [];
  const flush = async () => {
    if (batch.length > 0) {
      const { outcomes, write } = await intake.settle({ ...importContext, keysInFile }, batch, others);
      await write();
      for (const outcome of outcomes) {
        if (outcome.keys?.shared !== null && outcome.keys?.shared !== undefined) keys.add(outcome.keys.shared.key);
        if (isFilled(outcome)) await changesMade(importContext.db, importContext.organizationId, outcome.verdict.changes, [], null);
      }
      const fresh = outcomes.flatMap((outcome) =>
        'verdict' in outcome && (outcome.verdict.is === 'fresh' || isFilled(outcome)) ? [outcome.verdict] : [],
      );
      const refused = outcomes.map((outcome) => refusedBy(outcome, source.name)).filter((found) => found.length > 0);
      tally.added += fresh.length;
      tally.here += outcomes.length - fresh.length - refused.length;
      tally.heldBack += refused.length;
      problems.push(...refused.flat());
      const changed = new Set(fresh.flatMap(({ clientId }) => clientId ?? []));
      if (changed.size > 0) await watch.changed([...changed]);
      for (const id of changed) clientIds.add(id);
      batch = [];
    }
    watch.reached(tally.rows);
  };
  try {
    const { reading, header, notes, unread } = await fileReading(importContext, file, given);
    const reach = reachOf(intake, header, reading.mapping);
    const { rows: records } = await tableOf(source);
    const specimens = specimenIndexes(reading.mapping, header);
    for await (const record of specimens === null ? records : await specimensIn(records, specimens)) {
      const { row, line, cells } = record;
      const all = [cells, ...('parts' in record ? record.parts : [])];
      tally.rows += 1;
      lines.set(row, line);
      const [whole, ...rest] = all.flatMap((one) => [wholeRow(one, header.length, reach) ?? []].filter(({ length }) => length > 0));
      if (whole === undefined || rest.length + 1 < all.length) {
        tally.heldBack += 1;
        problems.push({ file: source.name, row, line, column: null, code: 'cell-count', found: cells.length, needed: header.length });
      } else {
        const parts = rest.map((part) => part.map(storable));
        batch.push({ row, line, ...reading.translation.row(whole.map(storable), null, parts) });
      }
      if (batch.length >= batchRows) await flush();
    }
    await flush();
    await intake.afterwards(importContext, { clientIds: [...clientIds], by: null });
    return { ...tally, problems, notes, unread };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableRest(source.name, error, problems);
  }
}

type Filled = RowOutcome & { readonly verdict: { readonly is: 'changed'; readonly changes: readonly Change[] } };

/** Whether a row only says what nobody has said: how somebody who was booked is marked, with their minutes. */
const isFilled = (outcome: RowOutcome): outcome is Filled =>
  'verdict' in outcome &&
  outcome.verdict.is === 'changed' &&
  outcome.verdict.changes.some(({ field, from }) => field === 'status' && from === 'booked') &&
  outcome.verdict.changes.every(
    ({ table, insert, field, from }) =>
      table === 'attendance' && insert === undefined && (from === null || (field === 'status' && from === 'booked')),
  );

/** The command overwrites nothing: what a page would offer as a change is refused. */
function refusedBy(outcome: RowOutcome, file: string): readonly LocatedProblem[] {
  const { row, line } = outcome;
  if ('noted' in outcome) return outcome.noted.map((problem) => ({ file, row, line, ...problem }));
  const { verdict, also } = outcome;
  if (verdict.is === 'wrong')
    return [{ column: verdict.column, ...verdict.problem }, ...also].map((problem) => ({ file, row, line, ...problem }));
  if (verdict.is !== 'changed' || isFilled(outcome)) return [];
  return [{ file, row, line, column: null, code: 'differs-from-stored', columns: verdict.changes.map(({ field }) => field) }];
}

/** A file that can't be read to its end, with what was wrong before that point. */
export class UnreadableRest extends Error {
  readonly problems: readonly LocatedProblem[];

  constructor(file: string, cause: UnreadableFile, before: readonly LocatedProblem[]) {
    super(cause.message, { cause });
    this.problems = [...before, { file, ...cause.problem }];
  }
}
