import { randomUUID } from 'node:crypto';
import type { Updateable } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { RowSeen } from './medications.guards.ts';

type Row = { name: string; dose: string | null; started_on: Day; ended_on: Day | null; prescriber: string | null };

/** Adds rows to the medication lists of clients. */
export const insertMedications = (db: Database, rows: readonly WholeRow<'medication'>[]): Promise<void> =>
  insertRows(db, 'medication', rows);

/** Writes a row of a client's medication list; answers its id. */
export async function insertMedication({ db, actor }: Pick<Context, 'db' | 'actor'>, clientId: string, row: Row): Promise<string> {
  const id = randomUUID();
  await insertMedications(db, [{ organization_id: actor.organizationId, id, client_id: clientId, ...row }]);
  return id;
}

/** Writes a change of a row of the list, as its next version. */
export async function changeMedication(
  { db }: Pick<Context, 'db'>,
  medicationId: string,
  set: Updateable<Tables['medication']>,
): Promise<void> {
  await db
    .updateTable('medication')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', medicationId)
    .execute();
}

/** Keeps what a row said before it is changed. */
export async function keepEdit(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  clientId: string,
  medicationId: string,
  step: 'added' | 'dose' | 'stopped' | 'corrected' | 'withdrawn',
  was: RowSeen | null,
  because: string | null,
): Promise<void> {
  await db
    .insertInto('medication_edit')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      medication_id: medicationId,
      step,
      was: was === null ? null : JSON.stringify({ ...was.now, prescriber: was.prescriber }),
      because,
      by: actor.staffId,
    })
    .execute();
}

/** Sets fields of a row of the list. What another system says of it is no edit of the list, so it stays the same version. */
export const setMedicationFields = (db: Database, key: RowKey, fields: NewFields): Promise<void> =>
  updateFields(db, 'medication', key, fields, { counted: false });
