import { plainText } from '#domain/people/names.ts';
import type { ColumnProblem } from '#domain/imports/problems.ts';
import type { Kind } from './kind.ts';

/** How a row is told from others of its file, and what it says of a record that it shares with them. */
export type RowKeys = {
  readonly key: string;
  readonly shared: { readonly key: string; readonly facts: string } | null;
  readonly on: string | null;
  /** The group that it puts the client of the shared record into. */
  readonly group: string | null;
};

/** Asked with the keys of some rows, answers what other rows of the same file say against each of them. */
export type Others = (keys: readonly RowKeys[]) => Promise<(row: number, keys: RowKeys) => readonly ColumnProblem[]>;

export const keysOf = <Row>(kind: Kind<Row>, facts: Row): RowKeys => ({
  key: kind.keyOf(facts),
  shared: kind.sharedBy?.(facts) ?? null,
  on: kind.onOf?.(facts) ?? null,
  group: kind.groupOf?.(facts) ?? null,
});

/** What the rows before say against a row, for a file that is read from its beginning: of two that clash the second is the one refused. */
export function rowsBefore(lineOf: (row: number) => number): Others {
  const keys = new Map<string, number>();
  const shared = new Map<string, { readonly facts: string; readonly line: number }>();
  const groups = new Map<string, { readonly name: string; readonly line: number }>();
  return () =>
    Promise.resolve((row, { key, shared: record, group }) => {
      const line = lineOf(row);
      const first = record === null ? undefined : groups.get(record.key);
      if (group !== null && first !== undefined && plainText(first.name) !== plainText(group))
        return [{ column: 'group', code: 'two-groups', firstLine: first.line, first: first.name, second: group, together: null }];
      const earlier = keys.get(key);
      if (earlier !== undefined) return [{ column: null, code: 'key-twice', firstLine: earlier }];
      const described = record === null ? undefined : shared.get(record.key);
      if (record !== null && described !== undefined && described.facts !== record.facts)
        return [{ column: null, code: 'rows-disagree', firstLine: described.line }];
      keys.set(key, line);
      if (record !== null && group !== null && first === undefined) groups.set(record.key, { name: group, line });
      if (record !== null && described === undefined) shared.set(record.key, { facts: record.facts, line });
      return [];
    });
}
