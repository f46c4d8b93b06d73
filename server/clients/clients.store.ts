import type { FileAuthor } from '#domain/imports/imports.ts';
import type { ContactLine } from '#domain/clients/contact-lines.ts';
import type { Identity } from '#domain/clients/record-problems.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
import type { RecordChange } from './record-identity.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

const columnsOf = (identity: Identity) => ({
  chart_number: identity.chartNumber,
  first_name: identity.firstName,
  last_name: identity.lastName,
  preferred_name: identity.preferredName,
  pronouns: identity.pronouns,
  born_on: identity.bornOn,
  language: identity.language,
  interpreter: identity.interpreter,
});

export async function insertClient(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  identity: Identity,
  intakeProgramId: string,
): Promise<{ id: string }> {
  return db
    .insertInto('client')
    .values({
      organization_id: actor.organizationId,
      ...columnsOf(identity),
      superseded_by: null,
      intake_program_id: intakeProgramId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function changeIdentity({ db }: Pick<Context, 'db'>, clientId: string, identity: Identity): Promise<void> {
  await db.updateTable('client').set(columnsOf(identity)).where('id', '=', clientId).execute();
}

/** The ways of reaching a client, in their order, in place of those before. A client's own line has nobody else's name on it. */
export async function replaceContactLines(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  clientId: string,
  lines: readonly ContactLine[],
): Promise<void> {
  await db.deleteFrom('contact_line').where('client_id', '=', clientId).execute();
  if (lines.length === 0) return;
  await db
    .insertInto('contact_line')
    .values(
      lines.map((line, position) => ({
        ...line,
        ...(line.whose === 'own' ? { name: null, relation: null } : {}),
        organization_id: actor.organizationId,
        client_id: clientId,
        position,
      })),
    )
    .execute();
}

/** Moves the chart to its next version, with what each changed field was and became. */
export async function insertRecordChanges(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  clientId: string,
  version: number,
  changes: readonly RecordChange[],
): Promise<void> {
  await db.updateTable('client').set({ version }).where('id', '=', clientId).execute();
  const rows = changes.map(({ field, was, became }) => ({
    organization_id: actor.organizationId,
    client_id: clientId,
    at: now,
    by: actor.staffId,
    version,
    field,
    was: JSON.stringify(was),
    became: JSON.stringify(became),
  }));
  await db.insertInto('client_change').values(rows).execute();
}

/** Identifiers of other systems, in place of those before. Answers which of them another client has, where one has; the rest isn't stored then. */
export async function replaceIdentifiers(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  clientId: string,
  identifiers: readonly { readonly system: string; readonly value: string }[],
): Promise<number | null> {
  await db.deleteFrom('client_identifier').where('client_id', '=', clientId).execute();
  for (const [index, { system, value }] of identifiers.entries()) {
    const stored = await db
      .insertInto('client_identifier')
      .values({ organization_id: actor.organizationId, client_id: clientId, system, value })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (stored === undefined) return index;
  }
  return null;
}

/** Adds clients. */
export const insertClients = (db: Database, rows: readonly WholeRow<'client'>[]): Promise<void> => insertRows(db, 'client', rows);

/** Sets fields of a client as a file has them, as the next version of the chart. What each was and became is kept, with the file that changed it. */
export async function setClientFields(
  db: Database,
  key: RowKey,
  fields: NewFields,
  author: FileAuthor | null,
  changes: readonly RecordChange[],
): Promise<void> {
  await updateFields(db, 'client', key, fields, { counted: true });
  if (author === null || changes.length === 0) return;
  const { importId: import_id, staffId: by, at } = author;
  const { organization_id, version } = await db
    .selectFrom('client')
    .select(['organization_id', 'version'])
    .where('id', '=', key['id'] ?? '')
    .executeTakeFirstOrThrow();
  const rows = changes.map(({ field, was, became }) => ({ field, was: JSON.stringify(was), became: JSON.stringify(became) }));
  await db
    .insertInto('client_change')
    .values(rows.map((row) => ({ organization_id, client_id: key['id'] ?? '', at, by, version, import_id, ...row })))
    .execute();
}
