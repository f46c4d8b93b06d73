import type { RecordField } from '#domain/clients/record.ts';
import type { ChangedTable, Fields, FileAuthor } from '#domain/imports/imports.ts';
import { insertAttendance, setAttendanceFields } from '#server/attendance/attendance.store.ts';
import { setClientFields } from '#server/clients/clients.store.ts';
import { rowGiven } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { RowKey } from '#server/database/update-fields.ts';
import { insertEpisodes, setEpisodeFields } from '#server/episodes/episodes.store.ts';
import { insertLevels, setLevelFields } from '#server/episodes/levels.store.ts';
import { insertPrescribedHours, setHoursFields } from '#server/episodes/prescribed-hours.store.ts';
import { setMedicationFields } from '#server/medications/medications.store.ts';
import { insertEnrollments } from '#server/scheduling/enrollments.store.ts';
import { setSessionFields } from '#server/scheduling/sessions.store.ts';

type Edit = { readonly was: Fields; readonly to: Fields; readonly author: FileAuthor | null };
type SetFields = (db: Database, key: RowKey, edit: Edit) => Promise<void>;
type Insert = (db: Database, row: object) => Promise<void>;

/** Who sets the fields of a table that a file may change. */
const setters: Readonly<Record<ChangedTable, SetFields>> = {
  client: (db, key, { was, to, author }) => setClientFields(db, key, to, author, recordChanges(was, to)),
  episode: (db, key, { to }) => setEpisodeFields(db, key, to),
  prescribed_hours: (db, key, { to }) => setHoursFields(db, key, to),
  level_span: (db, key, { to }) => setLevelFields(db, key, to),
  medication: (db, key, { to, author }) =>
    setMedicationFields(db, key, to, author, 'ended_on' in to && to['ended_on'] !== null ? 'stopped' : 'corrected'),
  session: (db, key, { to }) => setSessionFields(db, key, to),
  attendance: (db, key, { to, author }) => setAttendanceFields(db, key, to, author),
};
/** What a field of a client is called in the history of the chart. */
const recordFields: Readonly<Record<string, RecordField>> = {
  first_name: 'firstName',
  last_name: 'lastName',
  preferred_name: 'preferredName',
  pronouns: 'pronouns',
  born_on: 'bornOn',
};

const recordChanges = (was: Fields, to: Fields) =>
  Object.entries(to).flatMap(([column, became]) => {
    const field = recordFields[column];
    return field === undefined ? [] : [{ field, was: was[column] ?? null, became }];
  });

const setterOf = new Map<string, SetFields>(Object.entries(setters));

/** Who adds what a file has of somebody who is there. */
const insertOf = new Map<string, Insert>([
  ['episode', (db, row) => insertEpisodes(db, [rowGiven<'episode'>(row)])],
  ['prescribed_hours', (db, row) => insertPrescribedHours(db, [rowGiven<'prescribed_hours'>(row)])],
  ['level_span', (db, row) => insertLevels(db, [rowGiven<'level_span'>(row)])],
  ['attendance', (db, row) => insertAttendance(db, [rowGiven<'attendance'>(row)])],
  ['group_enrollment', (db, row) => insertEnrollments(db, [rowGiven<'group_enrollment'>(row)])],
]);

/** Adds one row to a table. */
export async function insertGiven(db: Database, table: string, row: object): Promise<void> {
  const insert = insertOf.get(table);
  if (insert === undefined) throw new Error(`no file adds to ${table} of somebody who is there`);
  await insert(db, row);
}

type Which = Edit & { readonly table: string; readonly id: string; readonly clientId: string | null };

/** Sets fields of one row. A mark, a name and a medication keep what they were, with the file as the author of the change. */
export async function setFields(db: Database, organization_id: string, { table, id, clientId, ...edit }: Which): Promise<void> {
  const set = setterOf.get(table);
  if (set === undefined) throw new Error(`no file changes ${table}`);
  const key = table === 'attendance' ? { organization_id, session_id: id, client_id: clientId } : { organization_id, id };
  await set(db, key, edit);
}
