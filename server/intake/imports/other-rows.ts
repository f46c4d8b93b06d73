import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import { rowProblems } from '../csv/cell-words.ts';
import type { ColumnProblem } from '../csv/cells.ts';
import type { Others, RowKeys } from '../csv/storing/intakes.ts';

/** Keys are kept as digests: they are compared and never shown. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

type Earlier = { readonly line: number; readonly shared_facts: string | null };

/**
 * What the other rows of an import say against some of them: the same key twice, or a record that two rows describe differently. Rows that are held
 * or left out say nothing. Among the rows asked about, the earlier wins.
 */
export function otherRows(
  db: Database,
  importId: string,
  asked: readonly { readonly row: number; readonly line: number }[],
  upTo: number | null,
): Others {
  const lines = new Map(asked.map(({ row, line }) => [row, line]));
  return async (all) => {
    const keys = new Map<string, Earlier>();
    const shared = new Map<string, Earlier>();
    const wanted = {
      keys: all.map(({ key }) => digest(key)),
      shared: all.flatMap((one) => (one.shared === null ? [] : digest(one.shared.key))),
    };
    // Two questions with an index each: asked as one, the database would read every row that was checked so far.
    const rowsWith = (column: 'key' | 'shared_key', digests: readonly string[]) =>
      db
        .selectFrom('import_row')
        .select(['row', 'line', 'key', 'shared_key', 'shared_facts'])
        .where('import_id', '=', importId)
        .where(column, '=', sql<string>`any(${[...new Set(digests)]})`)
        .where('state', 'not in', ['read', 'fix', 'skipped'])
        .execute();
    const both = [
      ...(await rowsWith('key', wanted.keys)),
      ...(wanted.shared.length === 0 ? [] : await rowsWith('shared_key', wanted.shared)),
    ];
    const found = both.filter(({ row }) => upTo === null || row <= upTo).toSorted((one, other) => one.row - other.row);
    for (const one of found.filter(({ row }) => !lines.has(row))) {
      if (one.key !== null && !keys.has(one.key)) keys.set(one.key, one);
      if (one.shared_key !== null && !shared.has(one.shared_key)) shared.set(one.shared_key, one);
    }
    return (row, given): readonly ColumnProblem[] => {
      const line = lines.get(row) ?? row;
      const problem = against(given, keys, shared);
      if (problem === null) remember(given, line, keys, shared);
      return problem === null ? [] : [problem];
    };
  };
}

function against(
  { key, shared }: RowKeys,
  keys: ReadonlyMap<string, Earlier>,
  records: ReadonlyMap<string, Earlier>,
): ColumnProblem | null {
  const twice = keys.get(digest(key));
  if (twice !== undefined) return { column: null, ...rowProblems.twice(twice.line) };
  const first = shared === null ? undefined : records.get(digest(shared.key));
  if (shared === null || first === undefined || first.shared_facts === digest(shared.facts)) return null;
  return { column: null, ...rowProblems.disagrees(first.line) };
}

function remember({ key, shared }: RowKeys, line: number, keys: Map<string, Earlier>, records: Map<string, Earlier>): void {
  keys.set(digest(key), { line, shared_facts: null });
  if (shared !== null && !records.has(digest(shared.key))) records.set(digest(shared.key), { line, shared_facts: digest(shared.facts) });
}
