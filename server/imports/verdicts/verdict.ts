import type { Problem } from '#domain/imports/problems.ts';
import type { Change, ChangedTable, Fields, StoredValue, Written } from '#domain/imports/imports.ts';
import type { ParsedRow } from '../csv/rows.ts';
import type { ImportContext } from '../import-context.rows.ts';

type Position = { readonly row: number; readonly line: number };

/** What becomes of a row: something new, nothing, changes to what is stored, or it doesn't fit. */
export type Verdict = Position & { readonly clientId: string | null } & (
    | { readonly is: 'fresh'; readonly written: readonly Written[] }
    | { readonly is: 'here' }
    | { readonly is: 'changed'; readonly changes: readonly Change[] }
    | { readonly is: 'wrong'; readonly column: string | null; readonly problem: Problem }
  );

/** A batch of rows compared with what is stored. Nothing is written until `write` is called, which writes what is new. */
export type Settled = { readonly verdicts: readonly Verdict[]; readonly write: () => Promise<void> };

export type Settle<Row> = (importContext: ImportContext, batch: readonly ParsedRow<Row>[]) => Promise<Settled>;

export const wrong = ({ row, line }: Position, column: string | null, problem: Problem, clientId: string | null = null): Verdict => ({
  row,
  line,
  clientId,
  is: 'wrong',
  column,
  problem,
});

export const added = (table: string, id: string, became: Fields = {}, clientId: string | null = null): Written => ({
  table,
  id,
  clientId,
  was: null,
  became,
});

type Compared = {
  readonly table: ChangedTable;
  readonly id: string;
  readonly clientId: string | null;
  /** Our column for each field that may change. */
  readonly columns: Readonly<Record<string, string>>;
  readonly setByHand?: boolean;
};

/** The fields in which a row says something else than what is stored. An empty cell says nothing, so it changes nothing. */
export function changesTo(given: Readonly<Record<string, StoredValue | undefined>>, stored: object, compared: Compared): readonly Change[] {
  const { table, id, clientId, columns, setByHand = false } = compared;
  const known = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(columns).flatMap(([field, column]) => {
    const to = given[field] ?? null;
    const from = storedValue(known.get(field));
    if (to === null || to === from) return [];
    return [{ table, id, clientId, field, column, from, to, setByHand }];
  });
}

/** The names of the columns in which a row and what is stored say different things, but for those that a file doesn't give. */
export const differences = <Facts extends object>(
  given: Facts,
  stored: { readonly [K in keyof Facts]?: unknown },
  notGiven: readonly (keyof Facts)[] = [],
): readonly string[] => {
  const known = new Map(Object.entries(stored));
  const without = new Set<string>(notGiven.map(String));
  return Object.entries(given)
    .filter(([column, value]) => !without.has(column) && (known.get(column) ?? null) !== (value ?? null))
    .map(([column]) => column);
};

const storedValue = (value: unknown): StoredValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
