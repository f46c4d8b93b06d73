import type { Day, Instant } from '#domain/calendar/calendar.ts';

/** The kinds of file that Cairn reads, in the order in which they depend on one another. */
export const importKinds = ['clients', 'prescribed-hours', 'medications', 'sessions', 'screens', 'results'] as const;
export type ImportKind = (typeof importKinds)[number];

/** matching: its columns are not settled. checking, importing: the server works on it. in: what could be taken is in. failed: it stopped, and a person decides. */
export const importStates = ['matching', 'checking', 'checked', 'importing', 'in', 'undone', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** Why the work on an import stopped. kept-stopping: it was begun several times, and each time the server went away before it got further. importer-left: whoever it was done for doesn't work here any more. */
export const importFailures = ['unexpected', 'too-slow', 'kept-stopping', 'importer-left'] as const;
export type ImportFailure = (typeof importFailures)[number];

/** read: not checked yet. fix: held until somebody puts it right. here: stored already, and the same. update: would change what is stored. */
export const importRowStates = ['read', 'ready', 'fix', 'here', 'update', 'skipped', 'in'] as const;
export type ImportRowState = (typeof importRowStates)[number];

export type DayOrder = 'month-first' | 'day-first';

/** Where a column's cells come from: a column of the file, the same word in every row, or nowhere. */
export type ColumnFrom = { readonly column: string; readonly from: string | null; readonly always: string | null };

/** How the days in one column of a file are written. */
export type DateReading = {
  readonly from: string;
  readonly order: DayOrder | null;
  /** 26 is read as 2026. Never said of birth dates. */
  readonly shortYears: boolean;
  /** 46100 is read as the day that a spreadsheet keeps under that number. */
  readonly serials: boolean;
};

/** What a column can mean that only a person knows: whose minutes or times it has, what its midnights mean, whether its numbers are chart numbers. */
export const answerChoices = {
  minutes: ['person', 'session', 'neither'],
  times: ['person', 'session'],
  moments: ['clinic', 'written'],
  numbers: ['chart'],
  results: ['confirmed'],
} as const;
export type AnswerAbout = keyof typeof answerChoices;

/** What a person answered about one column of a file. */
export type ColumnAnswer = { readonly about: AnswerAbout; readonly from: string; readonly answer: string };

/** What a word of the other system means here. An empty word leaves the cell as it is, so that its rows are held. */
export type WordMeaning = { readonly column: string; readonly cell: string; readonly word: string };

/** How one kind of file of one other system is read. */
export type ImportMapping = {
  readonly kind: ImportKind;
  /** The file lists everybody in care, so that somebody who is not in it is asked about. */
  readonly census: boolean;
  readonly columns: readonly ColumnFrom[];
  readonly dates: readonly DateReading[];
  readonly words: readonly WordMeaning[];
  readonly answers?: readonly ColumnAnswer[] | undefined;
};

/** What is wrong with a row, where, and how to put it right. */
export type RowTrouble = {
  readonly column: string | null;
  readonly cell: string;
  readonly message: string;
  readonly fix: string;
  /** What can be put in the cell's place with one press. */
  readonly suggestions: readonly { readonly value: string; readonly label: string; readonly clientId: string | null }[];
};

/** One field that a row would change, in words that can be shown. */
export type FieldChange = {
  readonly column: string;
  readonly was: string | null;
  readonly becomes: string | null;
  /** A person set what is stored here, so it stays unless somebody ticks it. */
  readonly setByHand: boolean;
};

export type StoredValue = string | number | boolean | null;
export type Fields = { readonly [column: string]: StoredValue };

export type ChangedTable = 'client' | 'episode' | 'prescribed_hours' | 'level_span' | 'medication' | 'session' | 'attendance';

/** A field of something stored that a row has otherwise; or, with `insert`, a row that it adds to somebody who is there. */
export type Change = {
  readonly table: ChangedTable;
  readonly id: string;
  readonly clientId: string | null;
  readonly field: string;
  /** Our column that it comes from. */
  readonly column: string;
  readonly from: StoredValue;
  readonly to: StoredValue;
  /** The first day of what holds from a day on. */
  readonly fromOn?: Day;
  /** A person set what is stored here, so it stays unless somebody ticks it. */
  readonly setByHand: boolean;
  readonly insert?: Fields;
  /** What goes in with it: the first level, hours and booking of an episode. */
  readonly also?: readonly {
    readonly table: 'prescribed_hours' | 'level_span' | 'group_enrollment';
    readonly insert: object & { readonly id: string };
  }[];
};

/** A file as the author of a change: which import, who brought it in or took it back, and when. */
export type FileAuthor = { readonly importId: string; readonly staffId: string; readonly at: Instant };

/** A file as it is named where it is the author of a change: which system wrote it, and who brought it in. */
export type ImportAuthor = { readonly source: string | null; readonly by: string | null };

/** One thing that a row wrote: a new row of a table, or fields of one that was there. */
export type Written = {
  readonly table: string;
  readonly id: string;
  /** The client of a row that is known by its session and its client together. */
  readonly clientId: string | null;
  /** Null where the whole row is new. */
  readonly was: Fields | null;
  readonly became: Fields;
};

/** Hours for which an import can be taken back, unless something was built on it. */
export const undoHours = 24;
