import type { Generated, JSONColumnType } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { FileNote } from '#domain/imports/file-shape.ts';
import type { ColumnSeen } from '#domain/imports/columns-seen.ts';
import type { Change, ImportFailure, ImportKind, ImportMapping, ImportRowState, ImportState, Written } from '#domain/imports/imports.ts';
import type { KeptProblem } from '#domain/imports/problems.ts';
import type { Keyed, Owned } from './keys.ts';

export type ImportTables = {
  /** Another system, and how its files are read: remembered for each kind of file. */
  import_source: Keyed & { name: string; mappings: JSONColumnType<Partial<Record<ImportKind, ImportMapping>>> };
  import_batch: Keyed & {
    source_id: string | null;
    file_name: string;
    state: Generated<ImportState>;
    kind: ImportKind | null;
    header: string[];
    columns_seen: JSONColumnType<ColumnSeen[]>;
    /** How the file was read, where it isn't simply a table in UTF-8 with commas. */
    notes: JSONColumnType<FileNote[], string | undefined, string>;
    mapping: JSONColumnType<ImportMapping> | null;
    rows: number;
    /** Rows that the check or the import under way has passed, of how many. */
    done: Generated<number>;
    of_rows: Generated<number>;
    /** Rows that are in. Kept here because the rows themselves are forgotten after a day. */
    in_rows: Generated<number>;
    /** The row of the file that the check has reached. */
    at_row: Generated<number>;
    /** How often rows were asked to go in. */
    runs: Generated<number>;
    opened_by: string;
    /** The programs that it could reach when it was opened; null for every one. */
    programs: string[] | null;
    opened_at: Instant;
    run_by: string | null;
    run_at: Instant | null;
    /** What the rows that are in took, in all. */
    seconds: Generated<number>;
    /** When whoever works on it was last seen to. */
    heartbeat_at: Instant | null;
    undo_until: Instant | null;
    undone_by: string | null;
    undone_at: Instant | null;
    /** Why it failed. */
    stopped_because: ImportFailure | null;
    /** What it was at when it failed. */
    failed_in: 'checking' | 'importing' | null;
    /** How often the work was begun since it last got further. */
    attempts: Generated<number>;
    version: Generated<number>;
  };
  import_row: Owned & {
    import_id: string;
    row: number;
    line: number;
    /** The first row of the specimen that this one is a part of. */
    part_of: number | null;
    state: Generated<ImportRowState>;
    cells: string[];
    /** What a person typed in the place of a cell, by column. */
    fixes: JSONColumnType<Record<string, string>> | null;
    key: string | null;
    shared_key: string | null;
    shared_facts: string | null;
    sorted_by: string | null;
    client_id: string | null;
    problems: JSONColumnType<KeptProblem[]> | null;
    changes: JSONColumnType<Change[]> | null;
    /** Columns that stay as Cairn has them, although the file says something else. */
    kept_columns: Generated<string[]>;
    /** The last run that looked at the row. */
    passed: Generated<number>;
    written: JSONColumnType<Written[]> | null;
    in_at: Instant | null;
  };
};
