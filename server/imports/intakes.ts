import type { ColumnProblem } from '#domain/imports/problems.ts';
import type { ImportKind } from '#domain/imports/imports.ts';
import { clients } from './csv/clients.ts';
import type { Source } from './csv/file-bytes.ts';
import type { Column, Kind } from './csv/kind.ts';
import { medications } from './csv/medications.ts';
import { prescribedHours } from './csv/prescribed-hours.ts';
import { readCells } from './csv/rows.ts';
import { screens } from './csv/screens.ts';
import { sessions } from './csv/sessions.ts';
import { settleClients } from './verdicts/clients.ts';
import type { ImportContext } from './import-context.rows.ts';
import { readNewScreens } from './read-new-screens.ts';
import { settleScreens } from './verdicts/screens.ts';
import { settleSessions } from './verdicts/sessions.ts';
import { settleMedications } from './verdicts/medications.ts';
import { settlePrescribedHours } from './verdicts/prescribed-hours.ts';
import { commitFile, type Tally, type Watch } from './commit-file.ts';
import type { Settle, Verdict } from './verdicts/verdict.ts';

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
  readonly commit: (importContext: ImportContext, source: Source, watch: Watch) => Promise<Tally>;
  /** Reads some rows and holds them against the others of their file and against what is stored. `write` stores what is new. */
  readonly settle: (
    importContext: ImportContext,
    rows: readonly CellsOfRow[],
    others: Others,
  ) => Promise<{ readonly outcomes: readonly RowOutcome[]; readonly write: () => Promise<void> }>;
  /** What follows once rows are stored. */
  readonly afterwards: (importContext: ImportContext) => Promise<void>;
};

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
    commit: async (importContext, source, watch) => {
      const tally = await commitFile(kind, settle, importContext, source, watch);
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

/** Every kind of file, in the order in which they depend on one another. */
export const intakes: readonly Intake[] = [
  intakeOf(clients, settleClients, 'clients'),
  intakeOf(prescribedHours, settlePrescribedHours, 'attendance'),
  intakeOf(medications, settleMedications, 'medications'),
  intakeOf(sessions, settleSessions, 'attendance'),
  intakeOf(screens, settleScreens, 'drug-screens', readNewScreens),
];

/** The kind of a file whose columns are settled. */
export function intakeFor(kind: string | null): Intake {
  const found = intakes.find(({ id }) => id === kind);
  if (found === undefined) throw new Error('the kind of the file is not settled');
  return found;
}
