import type { ColumnProblem, LocatedProblem } from '#domain/imports/problems.ts';
import type { ImportKind } from '#domain/imports/imports.ts';
import { clients } from '../csv/clients.ts';
import type { Source } from '../csv/file-bytes.ts';
import type { Column, Kind } from '../csv/kind.ts';
import { medications } from '../csv/medications.ts';
import { prescribedHours } from '../csv/prescribed-hours.ts';
import { UnreadableFile } from '../csv/unreadable-file.ts';
import { readCells, rowsOf, type ParsedRow } from '../csv/rows.ts';
import { screens } from '../csv/screens.ts';
import { sessions } from '../csv/sessions.ts';
import { settleClients } from './clients.ts';
import type { ImportContext } from './import-context.ts';
import { readNewScreens } from './screen-readings.ts';
import { settleScreens } from './screens.ts';
import { settleSessions } from './sessions.ts';
import { settleMedications, settlePrescribedHours } from './spans.ts';
import type { Settle, Verdict } from './verdicts.ts';

/** What became of the rows of one file. */
export type Tally = {
  readonly rows: number;
  readonly added: number;
  readonly here: number;
  readonly heldBack: number;
  readonly problems: readonly LocatedProblem[];
};

type Watch = {
  /** Told after each batch how many rows have been read. */
  readonly reached: (rows: number) => void;
  /** Told which clients' records a batch has changed. */
  readonly changed: (clientIds: readonly string[]) => Promise<void>;
};

/** Cells in the order of the kind's own columns. */
type CellsOfRow = { readonly row: number; readonly line: number; readonly cells: readonly string[] };

/** How a row is told from others of its file, and what it says of a record that it shares with them. */
export type RowKeys = {
  readonly key: string;
  readonly shared: { readonly key: string; readonly facts: string } | null;
  readonly on: string | null;
  /** The group that it puts the client of the shared record into. */
  readonly group: string | null;
};

export type RowOutcome = { readonly row: number; readonly line: number; readonly keys: RowKeys | null } & (
  | { readonly noted: readonly ColumnProblem[] }
  | { readonly verdict: Verdict }
);

/** Asked with the keys of some rows, answers what other rows of the same file say against each of them. */
export type Others = (keys: readonly RowKeys[]) => Promise<(row: number, keys: RowKeys) => readonly ColumnProblem[]>;

/** A kind of file with the noun that it changes, and the reading and storing of its rows. */
export type Intake = {
  readonly id: ImportKind;
  readonly name: string;
  readonly sign: string;
  readonly columns: readonly Column[];
  readonly noun: string;
  /** Reads and stores a whole file. */
  readonly takeIn: (importContext: ImportContext, source: Source, watch: Watch) => Promise<Tally>;
  /** Reads some rows and holds them against the others of their file and against what is stored. `write` stores what is new. */
  readonly settle: (
    importContext: ImportContext,
    rows: readonly CellsOfRow[],
    others: Others,
  ) => Promise<{ readonly outcomes: readonly RowOutcome[]; readonly write: () => Promise<void> }>;
  /** What follows once rows are stored. */
  readonly afterwards: (importContext: ImportContext) => Promise<void>;
};

const batchRows = 1_000;
const nothingMore = () => Promise.resolve();

function intakeOf<Row>(
  kind: Kind<Row>,
  settle: Settle<Row>,
  noun: string,
  afterwards: (importContext: ImportContext) => Promise<void> = nothingMore,
): Intake {
  const { id, name, sign, columns } = kind;
  const keysOf = (facts: Row): RowKeys => ({
    key: kind.keyOf(facts),
    shared: kind.sharedBy?.(facts) ?? null,
    on: kind.onOf?.(facts) ?? null,
    group: kind.groupOf?.(facts) ?? null,
  });
  return {
    id,
    name,
    sign,
    columns,
    noun,
    afterwards,
    takeIn: async (importContext, source, watch) => {
      const tally = await takeIn(kind, settle, importContext, source, watch);
      await afterwards(importContext);
      return tally;
    },
    settle: async (importContext, rows, others) => {
      const read = rows.map(({ row, line, cells }) => {
        const noted: ColumnProblem[] = [];
        const facts = readCells(kind, cells, importContext.today, noted);
        return { row, line, facts, keys: facts === null ? null : keysOf(facts), noted };
      });
      const against = await others(read.flatMap(({ keys }) => keys ?? []));
      for (const { row, keys, noted } of read) if (keys !== null && noted.length === 0) noted.push(...against(row, keys));
      const batch = read.flatMap(({ row, line, facts, noted }) => (facts === null || noted.length > 0 ? [] : [{ row, line, facts }]));
      const { verdicts, write } = batch.length === 0 ? { verdicts: [], write: nothingMore } : await settle(importContext, batch);
      const byRow = new Map(verdicts.map((verdict) => [verdict.row, verdict]));
      const outcomes = read.map(({ row, line, keys, noted }): RowOutcome => {
        const verdict = byRow.get(row);
        return verdict === undefined ? { row, line, keys, noted } : { row, line, keys, verdict };
      });
      return { outcomes, write };
    },
  };
}

async function takeIn<Row>(
  kind: Kind<Row>,
  settle: Settle<Row>,
  importContext: ImportContext,
  source: Source,
  watch: Watch,
): Promise<Tally> {
  const problems: LocatedProblem[] = [];
  const tally = { rows: 0, added: 0, here: 0, heldBack: 0 };
  let batch: ParsedRow<Row>[] = [];
  const flush = async () => {
    if (batch.length > 0) {
      const { verdicts, write } = await settle(importContext, batch);
      await write();
      const fresh = verdicts.filter(({ is }) => is === 'fresh');
      const refused = verdicts.flatMap((verdict) => refusedBy(verdict, source.name) ?? []);
      tally.added += fresh.length;
      tally.here += verdicts.length - fresh.length - refused.length;
      tally.heldBack += refused.length;
      problems.push(...refused);
      const changed = new Set(fresh.flatMap(({ clientId }) => clientId ?? []));
      if (changed.size > 0) await watch.changed([...changed]);
      batch = [];
    }
    watch.reached(tally.rows);
  };
  try {
    for await (const read of rowsOf(source, kind, importContext.today)) {
      tally.rows += 1;
      if ('facts' in read) batch.push(read);
      else {
        tally.heldBack += 1;
        problems.push(...read.problems);
      }
      if (batch.length >= batchRows) await flush();
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableRest(source.name, error, problems);
  }
  await flush();
  return { ...tally, problems };
}

/** The command overwrites nothing: what a page would offer as a change is refused. */
function refusedBy(verdict: Verdict, file: string): LocatedProblem | null {
  const { row, line } = verdict;
  if (verdict.is === 'wrong') return { file, row, line, column: verdict.column, ...verdict.problem };
  if (verdict.is !== 'changed') return null;
  return { file, row, line, column: null, code: 'differs-from-stored', columns: verdict.changes.map(({ field }) => field) };
}

/** A file that can't be read to its end, with what was wrong before that point. */
export class UnreadableRest extends Error {
  readonly problems: readonly LocatedProblem[];

  constructor(file: string, cause: UnreadableFile, before: readonly LocatedProblem[]) {
    super(cause.message, { cause });
    this.problems = [...before, { file, ...cause.problem }];
  }
}

/** Every kind of file, in the order in which they depend on one another. */
export const intakes: readonly Intake[] = [
  intakeOf(clients, settleClients, 'clients'),
  intakeOf(prescribedHours, settlePrescribedHours, 'attendance'),
  intakeOf(medications, settleMedications, 'medications'),
  intakeOf(sessions, settleSessions, 'attendance'),
  intakeOf(screens, settleScreens, 'drug-screens', readNewScreens),
];
