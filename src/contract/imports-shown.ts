import * as z from 'zod/mini';
import { delimiters, type FileNote } from '#domain/imports/file-shape.ts';
import type { ColumnSeen } from '#domain/imports/columns-seen.ts';
import {
  importFailures,
  importKinds,
  importRowStates,
  importStates,
  type FieldChange,
  type ImportMapping,
  type RowTrouble,
} from '#domain/imports/imports.ts';
import { ClientId, Id, InstantOut } from './scalars.ts';

/** The name of one of our columns. */
export const column = z.string().check(z.maxLength(60));
const ofFile = z.string().check(z.maxLength(200));

/** How the columns of a file are read, as a person settled it. */
export const Mapping = z.strictObject({
  kind: z.enum(importKinds),
  census: z.boolean(),
  columns: z
    .array(z.strictObject({ column, from: z.nullable(ofFile), always: z.nullable(z.string().check(z.trim(), z.maxLength(200))) }))
    .check(z.maxLength(60)),
  dates: z
    .array(
      z.strictObject({
        from: ofFile,
        order: z.nullable(z.enum(['month-first', 'day-first'])),
        shortYears: z.boolean(),
        serials: z.boolean(),
      }),
    )
    .check(z.maxLength(60)),
  words: z
    .array(z.strictObject({ column, cell: z.string().check(z.maxLength(60)), word: z.string().check(z.maxLength(60)) }))
    .check(z.maxLength(400)),
  answers: z.optional(
    z
      .array(
        z.strictObject({
          about: z.enum(['minutes', 'times', 'moments', 'numbers', 'results']),
          from: ofFile,
          answer: z.string().check(z.maxLength(20)),
        }),
      )
      .check(z.maxLength(60)),
  ),
}) satisfies z.ZodMiniType<ImportMapping>;

const Counts = z.object({
  ready: z.number(),
  fix: z.number(),
  here: z.number(),
  update: z.number(),
  skipped: z.number(),
  in: z.number(),
});

export const ImportShown = z.object({
  id: Id,
  fileName: z.string(),
  kind: z.nullable(z.enum(importKinds)),
  census: z.boolean(),
  source: z.nullable(z.string()),
  state: z.enum(importStates),
  rows: z.number(),
  counts: Counts,
  /** Rows that the work under way has passed, of how many. */
  done: z.number(),
  ofRows: z.number(),
  rowsASecond: z.nullable(z.number()),
  openedBy: z.string(),
  openedAt: InstantOut,
  runBy: z.nullable(z.string()),
  runAt: z.nullable(InstantOut),
  undoUntil: z.nullable(InstantOut),
  undoneBy: z.nullable(z.string()),
  /** Why the work on it failed, and what it was at. */
  stoppedBecause: z.nullable(z.enum(importFailures)),
  failedIn: z.nullable(z.enum(['checking', 'importing'])),
  /** Whether this person may see its rows and go on with it. */
  opens: z.boolean(),
  /**
   * Whom rows wait for that would change something stored, by name, where they don't go in when this person begins it: the directors who work in
   * every program that the file can reach; empty where there is none. Null where this person takes them in.
   */
  changesWaitFor: z.nullable(z.array(z.string())),
  version: z.number(),
});
export type ImportShown = z.infer<typeof ImportShown>;

const DatesShown = z.object({
  plain: z.number(),
  monthFirst: z.number(),
  dayFirst: z.number(),
  either: z.number(),
  shortYears: z.number(),
  serials: z.number(),
  others: z.number(),
  exampleEither: z.nullable(z.string()),
  exampleSerial: z.nullable(z.string()),
  exampleMidnight: z.optional(z.nullable(z.string())),
  monthDays: z.optional(z.number()),
});

export const ColumnShown = z.object({
  name: z.string(),
  samples: z.array(z.string()),
  filled: z.number(),
  words: z.array(z.object({ cell: z.string(), count: z.number() })),
  dates: DatesShown,
  ofAbsent: z.optional(z.number()),
  overlaps: z.optional(z.boolean()),
}) satisfies z.ZodMiniType<ColumnSeen>;

/** How a file was read that isn't simply a table in UTF-8 with commas. */
export const FileNoteShown = z.discriminatedUnion('code', [
  z.object({ code: z.literal('encoding'), encoding: z.enum(['utf-8', 'windows-1252']) }),
  z.object({ code: z.literal('delimiter'), delimiter: z.enum(delimiters) }),
  z.object({ code: z.literal('sheet'), name: z.string(), others: z.array(z.string()) }),
  z.object({ code: z.literal('banner'), line: z.number() }),
  z.object({ code: z.literal('names-again'), lines: z.array(z.number()) }),
  z.object({ code: z.literal('totals'), lines: z.array(z.number()) }),
]) satisfies z.ZodMiniType<FileNote>;

export const KindShown = z.object({
  kind: z.enum(importKinds),
  columns: z.array(z.object({ name: z.string(), needed: z.boolean(), holds: z.string() })),
  template: z.string(),
});
export type KindShown = z.infer<typeof KindShown>;

const Trouble = z.object({
  column: z.nullable(z.string()),
  cell: z.string(),
  message: z.string(),
  fix: z.string(),
  suggestions: z.array(z.object({ value: z.string(), label: z.string(), clientId: z.nullable(ClientId) })),
}) satisfies z.ZodMiniType<RowTrouble>;

const Change = z.object({
  column: z.string(),
  was: z.nullable(z.string()),
  becomes: z.nullable(z.string()),
  setByHand: z.boolean(),
}) satisfies z.ZodMiniType<FieldChange>;

export const RowShown = z.object({
  row: z.number(),
  line: z.number(),
  state: z.enum(importRowStates),
  /** The row as the file has it, in a few words. */
  about: z.string(),
  clientId: z.nullable(ClientId),
  problems: z.array(Trouble),
  /** Other rows held for the same first reason. */
  similar: z.number(),
  changes: z.array(Change),
  kept: z.array(z.string()),
});
export type RowShown = z.infer<typeof RowShown>;
