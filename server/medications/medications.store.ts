import type { FileAuthor } from '#domain/imports/imports.ts';
import { randomUUID } from 'node:crypto';
import { sql, type Selectable, type Updateable } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { WayToVerify } from '#domain/medications/verification.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { RowSeen } from './medications.guards.ts';

type Verified = Pick<Selectable<Tables['medication']>, 'verified_how' | 'verified_by' | 'verified_at' | 'verified_until'>;
type Row = Verified & { name: string; dose: string | null; started_on: Day; ended_on: Day | null; prescriber: string | null };

/** Reported by the client, and verified by nobody yet. */
export const onlyReported: Verified = { verified_how: null, verified_by: null, verified_at: null, verified_until: null };

/** How the person of the request came to know that a medication is taken. */
export const verifiedNow = (
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  { how, until }: { readonly how: WayToVerify; readonly until: Day | null },
): Verified => ({ verified_how: how, verified_by: actor.staffId, verified_at: now, verified_until: until });

/** What the program's own record brings in counts as verified by it (program rule 1.5). */
export const verifiedByRecord = (now: Instant): Verified => ({ ...onlyReported, verified_how: 'program-record', verified_at: now });

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
  step: 'added' | 'dose' | 'stopped' | 'corrected' | 'withdrawn' | 'verified',
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

/** Sets fields of a row of the list as a file has them, as its next version. What it said before is kept, with the file that changed it. */
export async function setMedicationFields(
  db: Database,
  key: RowKey,
  fields: NewFields,
  author: FileAuthor | null,
  step: 'corrected' | 'stopped',
): Promise<void> {
  if (author !== null)
    await sql`insert into medication_edit (organization_id, client_id, medication_id, step, was, by, at, import_id)
      select organization_id, client_id, id, ${step}, jsonb_build_object('name', name, 'dose', dose, 'startedOn', started_on, 'endedOn', ended_on,
        'prescriber', prescriber), ${author.staffId}, ${author.at}, ${author.importId}
      from medication where id = ${key['id']}::uuid`.execute(db);
  await updateFields(db, 'medication', key, fields, { counted: true });
}
