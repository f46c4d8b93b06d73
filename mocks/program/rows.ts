import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '#server/database/pool.ts';

/** What the program fills, in the order in which PostgreSQL can take it. */
export const filledTables = [
  'program',
  'site',
  'staff',
  'staff_program',
  'care_group',
  'meeting',
  'closure',
  'panel',
  'panel_lot',
  'expectation_rule',
  'client',
  'contact_line',
  'client_identifier',
  'episode',
  'group_place',
  'level_span',
  'prescribed_hours',
  'phase_span',
  'leave_span',
  'reading_window',
  'authorisation',
  'utilisation_review',
  'coverage',
  'handover',
  'contact',
  'medication',
  'goal',
  'goal_rating',
  'review',
  'instrument_score',
  'session',
  'attendance',
  'screen_plan',
  'screen_draw',
  'screen_slot',
  'screen_batch',
  'screen',
  'safety_concern',
  'analyte_result',
  'screen_reading',
  'adjustment',
  'adjustment_change',
  'adjustment_result',
  'snooze',
  'safety_ending',
] as const;
export type FilledTable = (typeof filledTables)[number];

/** A row as it is meant, before a driver writes it: JSON columns hold what they hold, not its text. */
export type RowOf<T extends FilledTable> = {
  [K in keyof Insertable<Tables[T]>]: K extends keyof Selectable<Tables[T]> ? Selectable<Tables[T]>[K] : never;
};

type Unowned<T extends FilledTable> = Omit<RowOf<T>, 'organization_id'>;

export type Rows = { readonly [T in FilledTable]: RowOf<T>[] };

/** One organization's book: everything written into it carries the organization's key. */
export type Book = {
  readonly organizationId: string;
  readonly rows: Rows;
  readonly write: <T extends FilledTable>(table: T, row: Unowned<T>) => void;
};

export function openBook(organizationId: string): Book {
  const rows = Object.fromEntries(filledTables.map((table) => [table, []])) as unknown as Rows;
  return {
    organizationId,
    rows,
    write: <T extends FilledTable>(table: T, row: Unowned<T>) => {
      const own: object[] = rows[table];
      own.push({ organization_id: organizationId, ...row });
    },
  };
}
