import { plainText } from '#domain/people/names.ts';
import type { ColumnProblem } from '#domain/imports/problems.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import type { Others, RowKeys } from './csv/row-keys.ts';
import type { FileGroups, Together } from './file-groups.ts';

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
  requested: readonly { readonly row: number; readonly line: number }[],
  upTo: number | null,
  groups: FileGroups | null = null,
): Others {
  const lines = new Map(requested.map(({ row, line }) => [row, line]));
  return async (all) => {
    const keys = new Map<string, Earlier>();
    const shared = new Map<string, Earlier>();
    const placed = new Map<string, Placed>();
    const together = groups === null ? null : await groups.together();
    const wanted = {
      keys: all.map(({ key }) => digest(key)),
      shared: all.flatMap((one) => (one.shared === null ? [] : digest(one.shared.key))),
    };
    // Two questions with an index each: asked as one, the database would read every row that was checked so far.
    const rowsWith = (column: 'key' | 'shared_key', digests: readonly string[]) =>
      db
        .selectFrom('import_row')
        .select(['row', 'line', 'key', 'shared_key', 'shared_facts', 'cells', 'fixes'])
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
      const group = groups?.groupOf(one) ?? null;
      if (one.shared_key !== null && group !== null && !placed.has(one.shared_key)) placed.set(one.shared_key, { line: one.line, group });
    }
    return (row, given): readonly ColumnProblem[] => {
      const line = lines.get(row) ?? row;
      const problem = inTwoGroups(given, placed, together) ?? against(given, keys, shared);
      if (problem === null) remember(given, line, { keys, shared, placed });
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
  if (twice !== undefined) return { column: null, code: 'key-twice', firstLine: twice.line };
  const first = shared === null ? undefined : records.get(digest(shared.key));
  if (shared === null || first === undefined || first.shared_facts === digest(shared.facts)) return null;
  return { column: null, code: 'rows-disagree', firstLine: first.line };
}

type Placed = { readonly line: number; readonly group: string };

/** The rows of one file that put one client into two groups, both open. Both are named, with when they meet at the same time. */
function inTwoGroups({ shared, group }: RowKeys, placed: ReadonlyMap<string, Placed>, together: Together | null): ColumnProblem | null {
  const first = shared === null ? undefined : placed.get(digest(shared.key));
  if (group === null || first === undefined || plainText(first.group) === plainText(group)) return null;
  return {
    column: 'group',
    code: 'two-groups',
    firstLine: first.line,
    first: first.group,
    second: group,
    together: together?.(first.group, group) ?? null,
  };
}

type Known = { readonly keys: Map<string, Earlier>; readonly shared: Map<string, Earlier>; readonly placed: Map<string, Placed> };

function remember({ key, shared, group }: RowKeys, line: number, known: Known): void {
  known.keys.set(digest(key), { line, shared_facts: null });
  if (shared === null) return;
  const record = digest(shared.key);
  if (!known.shared.has(record)) known.shared.set(record, { line, shared_facts: digest(shared.facts) });
  if (group !== null && !known.placed.has(record)) known.placed.set(record, { line, group });
}

/** Which of some keys of shared records the rows of an import have. */
export async function sharedKeys(db: Database, importId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const digests = new Map(keys.map((key) => [digest(key), key]));
  const rows = await db
    .selectFrom('import_row')
    .select('shared_key')
    .distinct()
    .where('import_id', '=', importId)
    .where('shared_key', '=', sql<string>`any(${[...digests.keys()]})`)
    .execute();
  return new Set(rows.flatMap(({ shared_key }) => digests.get(shared_key ?? '') ?? []));
}
