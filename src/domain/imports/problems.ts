import type { Day } from '#domain/calendar/calendar.ts';
import type { MappingQuestion } from './questions.ts';
import type { Meeting } from '#domain/scheduling/meetings.ts';

/** What an import looks up by its name. */
export type NamedKind = 'program' | 'site' | 'group' | 'therapist' | 'leader' | 'panel' | 'staff';

/** When two groups meet at the same time. */
export type MeetingTime = Pick<Meeting, 'weekday' | 'startsAt' | 'endsAt'>;

/** What can be wrong with a cell by itself, and which facts belong to it. */
export type CellProblemFacts = {
  'cell-empty': object;
  'cell-formula': object;
  'spreadsheet-error': object;
  'unseen-characters': object;
  'cell-too-long': { readonly most: number };
  'power-of-ten': object;
  'number-is-day': object;
  'number-is-placeholder': object;
  'not-a-code': object;
  'no-such-day': object;
  'ambiguous-day': object;
  'serial-day': object;
  'not-a-day': object;
  'far-day': object;
  'not-a-time': object;
  'midnight-elsewhere': object;
  'not-a-number': { readonly least: number; readonly most: number };
  'not-a-whole-number': { readonly least: number; readonly most: number };
  'not-yes-or-no': object;
  'unknown-word': { readonly allowed: readonly string[] };
  'not-analyte-codes': object;
  'analyte-twice': object;
};

/** What can be wrong with a file or its header. */
export type FileProblemFacts = {
  'file-empty': object;
  'header-only': object;
  'file-is-zip': object;
  'sheet-empty': object;
  'sheet-too-large': { readonly megabytes: number };
  'file-is-old-spreadsheet': object;
  'file-is-pdf': object;
  'file-is-gzip': object;
  'file-is-utf-16': object;
  'file-not-utf-8': object;
  'file-is-binary': object;
  'file-too-large': { readonly megabytes: number };
  'too-many-rows': { readonly most: number };
  'misplaced-quote': object;
  'names-in-two-lines': object;
  'row-too-long': object;
  'column-unknown': { readonly allowed: readonly string[] };
  'column-twice': object;
  'column-nameless': object;
  'column-missing': object;
  'column-reserved': object;
  'no-such-kind': { readonly kinds: readonly { readonly name: string; readonly sign: string }[] };
  'too-many-columns': { readonly most: number };
  'open-question': Pick<MappingQuestion, 'about'>;
};

/** How a row can contradict itself or another row of its file. */
export type RowProblemFacts = {
  'cell-count': { readonly found: number; readonly needed: number };
  'key-twice': { readonly firstLine: number };
  /** `together` where the two meet at the same time. */
  'two-groups': { readonly firstLine: number; readonly first: string; readonly second: string; readonly together: MeetingTime | null };
  'rows-disagree': { readonly firstLine: number };
  'future-day': object;
  'closed-before-opened': object;
  'reason-without-day': object;
  'born-after-opened': object;
  'ends-before-start': object;
  'time-of-another-day': object;
  'left-before-came': object;
  'times-of-absent': object;
  'only-one-time': object;
  'break-without-times': object;
  'break-too-long': object;
  'minutes-too-long': { readonly most: number };
  'minutes-of-absent': object;
  'minutes-without-mark': object;
  'marked-ahead': object;
  'marked-cancelled': object;
  'attendance-without-client': object;
  'not-collected-with-results': object;
  'collected-without': object;
  'nothing-tested': object;
  'panel-and-analytes': object;
  'analyte-not-tested': object;
  'observer-without-observation': object;
  'breath-of-another': object;
  'breath-without-time': object;
  'breath-with-results': object;
  'breath-too-fine': object;
  'two-results': object;
  'result-unknown': object;
  'detected-or-not': object;
  'result-contradicts': object;
  'refused-with-results': object;
  'validity-open': object;
  'specimen-disagrees': object;
  'ended-before-started': object;
};

/** How a row can fail to fit what is stored. */
export type MatchErrorFacts = {
  'unknown-client': object;
  'under-age': object;
  'differs-from-stored': { readonly columns: readonly string[] };
  'zeros-lost': object;
  'another-person': object;
  'number-out-of-reach': object;
  'ends-otherwise': { readonly columns: readonly string[] };
  'screen-differs': { readonly columns: readonly string[] };
  /** `here` is null where the client is in none. */
  moved: { readonly what: 'program' | 'group'; readonly here: string | null; readonly given: string };
  'groups-overlap': { readonly given: string; readonly other: string; readonly meeting: MeetingTime };
  'group-ends': { readonly group: string; readonly lastOn: Day };
  'other-capitals': object;
  'overlapping-episode': object;
  'no-episode': object;
  'before-opening': object;
  'after-discharge': object;
  'slot-taken': object;
  /** Sessions of the client's day of which one may be the row's; without times where they aren't known. */
  'perhaps-same-session': {
    readonly sessions: readonly {
      readonly id: string;
      readonly title: string;
      readonly times: { readonly from: string; readonly to: string } | null;
    }[];
  };
  'no-such-session': object;
  'program-needed': { readonly names: readonly string[] };
  'unknown-name': { readonly kind: NamedKind };
  'ambiguous-name': { readonly kind: NamedKind };
};

export type ProblemFacts = CellProblemFacts & FileProblemFacts & RowProblemFacts & MatchErrorFacts;
export type ProblemCode = keyof ProblemFacts;

/** What is wrong, as a code with its facts. No fact is a cell of the file, so a report can be passed on; names of what is stored here can be. */
export type Problem<Code extends ProblemCode = ProblemCode> = { [C in Code]: { readonly code: C } & ProblemFacts[C] }[Code];

export type ColumnProblem = { readonly column: string | null } & Problem;

/** A problem with its place. Row 1 is the header; line and row differ where a cell holds line breaks. Nulls stand for the whole row, or the whole file. */
export type PlacedProblem = ColumnProblem & { readonly row: number | null; readonly line: number | null };

export type LocatedProblem = PlacedProblem & { readonly file: string };

/** A problem as it is kept with its row, with the cell that it is about. */
export type KeptProblem = ColumnProblem & { readonly cell: string };
