import type { ColumnProblem } from '#domain/imports/problems.ts';
import type { ImportKind } from '#domain/imports/imports.ts';
import { clients } from './csv/clients.ts';
import type { Column, Kind } from './csv/kind.ts';
import { medications } from './csv/medications.ts';
import { prescribedHours } from './csv/prescribed-hours.ts';
import { keysOf, type Others, type RowKeys } from './csv/row-keys.ts';
import { readCells } from './csv/rows.ts';
import { analyteColumns } from './csv/results.ts';
import { screens } from './csv/screens.ts';
import { sessions } from './csv/sessions.ts';
import { settleClients } from './verdicts/clients.ts';
import type { ImportContext } from './import-context.rows.ts';
import { takeOffAfterEndings, type TakenIn } from './imported-endings.ts';
import { nameProblems } from './name-lookup.ts';
import { readNewScreens } from './read-new-screens.ts';
import { settleScreens } from './verdicts/screens.ts';
import { settleSessions } from './verdicts/sessions.ts';
import { settleMedications } from './verdicts/medications.ts';
import { settlePrescribedHours } from './verdicts/prescribed-hours.ts';
import type { Settle, Verdict } from './verdicts/verdict.ts';

/** Cells in the order of the kind's own columns, and what could not be told from the file's. */
export type CellsOfRow = {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly noted: readonly ColumnProblem[];
};

export type RowOutcome = { readonly row: number; readonly line: number; readonly keys: RowKeys | null } & (
  | { readonly noted: readonly ColumnProblem[] }
  /** `also` is what else is wrong with a row that doesn't fit. */
  | { readonly verdict: Verdict; readonly also: readonly ColumnProblem[] }
);

/** A kind of file with the noun that it changes, and the reading and storing of its rows. */
export type Intake = {
  readonly id: ImportKind;
  readonly name: string;
  readonly sign: string;
  readonly columns: readonly Column[];
  readonly answers: readonly string[];
  readonly noun: string;
  /** Several rows of the file are one row of the kind: the analytes of a specimen. */
  readonly isGathered: boolean;
  /** Reads some rows and holds them against the others of their file and against what is stored. `write` stores what is new. */
  readonly settle: (
    importContext: ImportContext,
    rows: readonly CellsOfRow[],
    others: Others,
  ) => Promise<{ readonly outcomes: readonly RowOutcome[]; readonly write: () => Promise<void> }>;
  /** What follows once rows are stored. */
  readonly afterwards: Afterwards;
};

type Afterwards = (importContext: ImportContext, takenIn: TakenIn) => Promise<void>;

const nothingMore = () => Promise.resolve();

function intakeOf<Row>(
  kind: Kind<Row>,
  settle: Settle<Row>,
  noun: string,
  afterwards: Afterwards = nothingMore,
  file: Pick<Intake, 'id' | 'name' | 'sign' | 'columns' | 'answers' | 'isGathered'> = { ...kind, isGathered: false },
): Intake {
  const { id, name, sign, columns, answers, isGathered } = file;
  const given = new Set<string | null>([null, ...columns.map((column) => column.name)]);
  return {
    id,
    name,
    sign,
    columns,
    answers,
    noun,
    isGathered,
    afterwards,
    settle: async (importContext, rows, others) => {
      const read = rows.map(({ row, line, cells, noted: before }) => {
        const found: ColumnProblem[] = [];
        const facts = readCells(kind, cells, importContext.today, found);
        // What couldn't be gathered leaves empty what the file has no column for: that is said once, where it can be put right.
        const noted = [...before, ...found.filter(({ column }) => before.length === 0 || given.has(column))];
        return {
          row,
          line,
          facts,
          keys: facts === null ? null : keysOf(kind, facts),
          noted,
          names: nameProblems(importContext, kind, cells),
        };
      });
      const against = await others(read.flatMap(({ keys }) => keys ?? []));
      for (const { row, keys, noted } of read) if (keys !== null && noted.length === 0) noted.push(...against(row, keys));
      const batch = read.flatMap(({ row, line, facts, noted }) => (facts === null || noted.length > 0 ? [] : [{ row, line, facts }]));
      const { verdicts, write } = batch.length === 0 ? { verdicts: [], write: nothingMore } : await settle(importContext, batch);
      const byRow = new Map(verdicts.map((verdict) => [verdict.row, verdict]));
      const outcomes = read.map(({ row, line, keys, noted, names }): RowOutcome => {
        const verdict = byRow.get(row);
        if (verdict === undefined) return { row, line, keys, noted: [...noted, ...names] };
        const also = verdict.is === 'wrong' ? names.filter(({ column }) => column !== verdict.column) : [];
        return { row, line, keys, verdict, also };
      });
      return { outcomes, write };
    },
  };
}

/** Every kind of file, in the order in which they depend on one another. */
export const intakes: readonly Intake[] = [
  intakeOf(clients, settleClients, 'clients', takeOffAfterEndings),
  intakeOf(prescribedHours, settlePrescribedHours, 'attendance'),
  intakeOf(medications, settleMedications, 'medications'),
  intakeOf(sessions, settleSessions, 'attendance'),
  intakeOf(screens, settleScreens, 'drug-screens', readNewScreens),
  intakeOf(screens, settleScreens, 'drug-screens', readNewScreens, {
    id: 'results',
    name: 'results',
    sign: 'test',
    columns: analyteColumns,
    answers: ['result', 'detected'],
    isGathered: true,
  }),
];

/** The kind of a file whose columns are settled. */
export function intakeFor(kind: string | null): Intake {
  const found = intakes.find(({ id }) => id === kind);
  if (found === undefined) throw new Error('the kind of the file is not settled');
  return found;
}
