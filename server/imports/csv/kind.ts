import type { Day } from '#domain/calendar/calendar.ts';
import type { ImportKind } from '#domain/imports/imports.ts';
import type { Cells } from './cells.ts';

export type Column = {
  readonly name: string;
  readonly needed: boolean;
  /** A cell of a needed column may be empty where the kind looks at it beside another. */
  readonly mayBeEmpty?: true;
  readonly holds: string;
};

export const needed = (name: string, holds: string): Column => ({ name, needed: true, holds });
/** A column that a file has to have, whose cell may be empty where another says the same. */
export const neededBeside = (name: string, holds: string): Column => ({ name, needed: true, mayBeEmpty: true, holds });
export const optional = (name: string, holds: string): Column => ({ name, needed: false, holds });

/** A kind of file: its columns, and how one of its rows is read. Pure: no file, no database, no clock. */
export type Kind<Row = unknown> = {
  readonly id: ImportKind;
  readonly name: string;
  /** The column that no other kind has. */
  readonly sign: string;
  readonly columns: readonly Column[];
  /** Columns in which an empty cell says something: a row that breaks off before one of them is held, however empty it may have been. */
  readonly answers: readonly string[];
  /** The row's facts, or null where something was noted against it. */
  readonly read: (cells: Cells, today: Day) => Row | null;
  /** What makes a row itself: twice in one file is refused. */
  readonly keyOf: (row: Row) => string;
  /** A record that several rows share, and what each row must say alike about it. */
  readonly sharedBy?: (row: Row) => { readonly key: string; readonly facts: string };
  /** The group that a row puts the client of its shared record into, where it does. */
  readonly groupOf?: (row: Row) => string | null;
  /** When a row's fact happened, where rows are best stored in that order. */
  readonly onOf?: (row: Row) => string;
};
