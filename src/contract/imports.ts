import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { column, ColumnShown, FileNoteShown, ImportShown, KindShown, Mapping, RowShown } from './imports-shown.ts';
import { ClientId, Id, InstantOut, words } from './scalars.ts';

const one = z.strictObject({ importId: Id });
const rowNumber = z.number().check(z.int(), z.minimum(2), z.maximum(10_000_000));
const AfterChange = z.object({ import: ImportShown, rows: z.array(RowShown) });

export const imports = {
  list: endpoint({
    method: 'GET',
    path: '/imports',
    input: z.strictObject({ after: z.optional(Id) }),
    output: z.object({
      asOf: InstantOut,
      timeZone: z.string(),
      imports: z.array(ImportShown),
      next: z.nullable(Id),
      kinds: z.array(KindShown),
    }),
    refuses: [],
  }),
  /** The file travels as it is; its name, which may name somebody, in a header. */
  upload: endpoint({
    method: 'POST',
    path: '/imports/files',
    input: z.strictObject({ fileName: words(200) }),
    output: ImportShown,
    refuses: ['input-invalid', 'too-large'],
    idempotent: true,
    raw: { megabytes: 25 },
  }),
  one: endpoint({
    method: 'GET',
    path: '/imports/:importId',
    input: one,
    output: z.object({
      import: ImportShown,
      timeZone: z.string(),
      columns: z.array(ColumnShown),
      notes: z.array(FileNoteShown),
      mapping: z.nullable(Mapping),
      suggested: z.array(Mapping),
      sources: z.array(z.object({ name: z.string(), mappings: z.array(Mapping) })),
      kinds: z.array(KindShown),
      /** What is called so here already, by column. */
      names: z.array(z.object({ column: z.string(), names: z.array(z.string()) })),
    }),
    refuses: ['import-unknown'],
  }),
  /** Settles how the file is read, remembers it for its source, and begins the check. */
  match: endpoint({
    method: 'POST',
    path: '/imports/:importId/match',
    input: z.strictObject({ importId: Id, source: words(80), mapping: Mapping }),
    output: ImportShown,
    refuses: ['import-unknown', 'input-invalid', 'wrong-state'],
    idempotent: true,
  }),
  rows: endpoint({
    method: 'GET',
    path: '/imports/:importId/rows',
    input: z.strictObject({
      importId: Id,
      /** `fix` gives one row for each thing to put right; `fix-each` gives every row. */
      show: z.enum(['fix', 'fix-each', 'update', 'here', 'ready', 'skipped', 'in']),
      after: z.optional(z.string().check(z.regex(/^\d{1,8}$/, { error: 'Write a whole number.' }))),
    }),
    output: z.object({ rows: z.array(RowShown), more: z.boolean() }),
    refuses: ['import-unknown'],
  }),
  /** Puts a cell right in one row, or in every row that is held for the same reason with the same cell, and checks them again. */
  fix: endpoint({
    method: 'POST',
    path: '/imports/:importId/fixes',
    input: z.strictObject({
      importId: Id,
      row: rowNumber,
      column,
      value: z.string().check(z.trim(), z.maxLength(500)),
      similar: z.boolean(),
    }),
    output: AfterChange,
    refuses: ['import-unknown', 'input-invalid', 'wrong-state'],
    idempotent: true,
  }),
  /** Leaves rows out, or takes them back into the list. */
  skip: endpoint({
    method: 'POST',
    path: '/imports/:importId/skips',
    input: z.strictObject({ importId: Id, row: rowNumber, similar: z.boolean(), skip: z.boolean() }),
    output: AfterChange,
    refuses: ['import-unknown', 'wrong-state'],
    idempotent: true,
  }),
  /** Says which of a row's changes are made; those named stay as Cairn has them. */
  keep: endpoint({
    method: 'POST',
    path: '/imports/:importId/kept',
    input: z.strictObject({ importId: Id, row: rowNumber, columns: z.array(column).check(z.maxLength(60)) }),
    output: AfterChange,
    refuses: ['import-unknown', 'input-invalid', 'wrong-state'],
    idempotent: true,
  }),
  start: endpoint({
    method: 'POST',
    path: '/imports/:importId/runs',
    input: one,
    output: ImportShown,
    refuses: ['import-unknown', 'wrong-state'],
    idempotent: true,
  }),
  /** Goes on with an import that failed, from where it stopped. */
  retry: endpoint({
    method: 'POST',
    path: '/imports/:importId/retries',
    input: one,
    output: ImportShown,
    refuses: ['import-unknown', 'wrong-state'],
    idempotent: true,
  }),
  /** The rows that are held, as they stand in the file. */
  held: endpoint({
    method: 'GET',
    path: '/imports/:importId/held',
    input: one,
    output: z.object({ fileName: z.string(), csv: z.string(), rows: z.number() }),
    refuses: ['import-unknown'],
  }),
  /** People in care whom a census doesn't name. Nothing is done about them; they are asked about. */
  missing: endpoint({
    method: 'GET',
    path: '/imports/:importId/missing',
    input: z.strictObject({ importId: Id, after: z.optional(ClientId) }),
    output: z.object({
      /** How many they are in all. */
      total: z.number(),
      next: z.nullable(ClientId),
      clients: z.array(z.object({ clientId: ClientId, name: z.string(), chartNumber: z.string(), therapist: z.nullable(z.string()) })),
    }),
    refuses: ['import-unknown'],
  }),
  /** Takes back what an import wrote. Where something was built on some of it, says what; those rows stay only if that is asked for. */
  undo: endpoint({
    method: 'POST',
    path: '/imports/:importId/undo',
    input: z.strictObject({ importId: Id, leaveDependents: z.boolean() }),
    output: z.object({
      import: ImportShown,
      undone: z.number(),
      dependents: z.array(z.object({ row: z.number(), message: z.string() })),
      dependentRows: z.number(),
    }),
    refuses: ['import-unknown', 'wrong-state'],
    idempotent: true,
  }),
  /** Forgets a file and the rows that are still held. What is in stays in. */
  throwAway: endpoint({
    method: 'POST',
    path: '/imports/:importId/thrown-away',
    input: one,
    output: z.object({ left: z.number() }),
    refuses: ['import-unknown', 'wrong-state'],
    idempotent: true,
  }),
};
