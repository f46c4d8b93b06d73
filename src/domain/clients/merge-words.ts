import { dayWithYear } from '#domain/calendar/words.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';

const recordNames: Readonly<Record<string, string>> = {
  adjustment: 'plan adjustments',
  attendance: 'sessions, booked or attended',
  attendance_change: 'corrections of attendance',
  payer_authorization: 'authorizations',
  client_change: 'changes of the record',
  client_identifier: 'numbers of other systems',
  contact: 'contacts and attempts',
  contact_line: 'ways of reaching them',
  episode: 'episodes of care',
  goal: 'goals',
  goal_rating: 'goal ratings',
  group_enrollment: 'enrollments in groups',
  handover: 'handovers',
  instrument_score: 'instruments',
  leave_span: 'leaves',
  level_span: 'levels of care',
  medication: 'medications',
  medication_edit: 'changes of medications',
  phase_span: 'phases',
  prescribed_hours: 'prescribed hours',
  reading_window: 'reading windows',
  review: 'reviews',
  ending_request: 'endings that were asked for',
  safety_concern: 'safety concerns',
  screen: 'drug screens',
  screen_plan: 'testing plans',
  snooze: 'snoozes',
  utilization_review: 'utilization reviews',
};

const unnamed = new Set(['screen_reading', 'reinterpretation_answer', 'screen_draw', 'screen_slot']);

/**
 * What a table's rows are called where somebody reads how much will move. Null: nothing that a reader would know by itself, or, of the schedule of
 * screens, may know before collection opens.
 */
export function tableName(table: string): string | null {
  if (unnamed.has(table)) return null;
  return recordNames[table] ?? table.replaceAll('_', ' ');
}

export type StoredRow = Readonly<Record<string, unknown>>;

const text = (row: StoredRow, field: string): string | null => {
  const value = row[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
};
const dayIn = (row: StoredRow, field: string): string => {
  const on = dayFrom(text(row, field) ?? '');
  return on === null ? 'a day that isn’t known' : dayWithYear(on);
};
const notShown = new Set(['id', 'organization_id', 'client_id', 'version']);
const plainly = (row: StoredRow): string =>
  Object.entries(row)
    .filter(([field, value]) => !notShown.has(field) && !field.endsWith('_id') && value !== null)
    .map(([field]) => `${field.replaceAll('_', ' ')} ${text(row, field) ?? ''}`.trim())
    .join(', ');

/** What two rows are about that can't both stand, and what one of them says. */
export function rowSummary(table: string, row: StoredRow): { readonly about: string; readonly summary: string } {
  switch (table) {
    case 'attendance':
      return {
        about: `The session of ${dayIn(row, 'session_on')}`,
        summary: [text(row, 'status'), row['minutes'] === null ? null : `${text(row, 'minutes')} minutes`].filter(Boolean).join(', '),
      };
    case 'medication':
      return {
        about: `${text(row, 'name')} from ${dayIn(row, 'started_on')}`,
        summary: [text(row, 'dose') ?? 'dose not known', row['ended_on'] === null ? 'ongoing' : `until ${dayIn(row, 'ended_on')}`].join(
          ', ',
        ),
      };
    case 'prescribed_hours':
      return { about: `Prescribed hours from ${dayIn(row, 'from_on')}`, summary: `${text(row, 'hours_per_week')} hours a week` };
    case 'instrument_score':
      return {
        about: `${text(row, 'instrument')} of ${dayIn(row, 'taken_on')}`,
        summary: `${text(row, 'score')}${row['item9'] === null ? '' : `, item 9: ${text(row, 'item9')}`}`,
      };
    case 'screen_slot':
      return { about: `The screen scheduled for ${dayIn(row, 'due_on')}`, summary: 'on the schedule' };
    case 'group_enrollment':
      return { about: 'A place in the same group', summary: `since ${dayIn(row, 'from_on')}` };
    default:
      return { about: tableName(table) ?? table.replaceAll('_', ' '), summary: plainly(row) };
  }
}

export const mergeMessages = {
  same: 'A chart can’t be merged into itself. Choose another chart.',
  merged: 'One of these charts was merged already. Load the page again.',
  twoPrograms: 'Both charts have an open episode, in two programs. Close or transfer one of them first, then merge.',
  changed: 'Something was recorded in one of these charts while you looked. Compare them again.',
  linked: 'A record that was signed for one of these episodes keeps them apart. Close one of the two episodes first, then merge.',
  joins: (program: string, from: string) =>
    `Both have an open episode in ${program}. They become one, open since ${from}; the kept record’s group, therapist and levels stay, and what it doesn’t say is taken from the other.`,
  already: 'These two are already marked as different people.',
};
