import type { Change, Fields, FileAuthor, Written } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { insertGiven, setFields } from './changed-tables.store.ts';
import { added } from './verdicts/verdict.ts';

/** Makes those changes of a row that nobody unticked, and answers what was there before. */
export async function changesMade(
  db: Database,
  organizationId: string,
  changes: readonly Change[],
  kept: readonly string[],
  author: FileAuthor | null,
): Promise<readonly Written[]> {
  const made = changes.filter(({ column }) => !kept.includes(column));
  const written: Written[] = [];
  for (const { table, id, clientId, insert, also = [] } of made) {
    if (insert === undefined) continue;
    await insertGiven(db, table, insert);
    const { organization_id: _organization, id: _id, client_id: _client, session_id: _session, ...became } = insert;
    written.push(added(table, id, became, clientId));
    for (const one of also) {
      await insertGiven(db, one.table, one.insert);
      written.push(added(one.table, one.insert.id, {}, clientId));
    }
  }
  const updates = Map.groupBy(
    made.filter(({ insert }) => insert === undefined),
    ({ table, id, clientId }) => `${table} ${id} ${clientId}`,
  );
  for (const [first, ...rest] of updates.values()) {
    if (first === undefined) continue;
    const fields = [first, ...rest];
    const signed = first.table === 'attendance' && author !== null ? await recordedBy(db, first, author) : { was: {}, became: {} };
    const was: Fields = { ...Object.fromEntries(fields.map(({ field, from }) => [field, from])), ...signed.was };
    const became: Fields = { ...Object.fromEntries(fields.map(({ field, to }) => [field, to])), ...signed.became };
    await setFields(db, organizationId, { ...first, was, to: became, author });
    written.push({ table: first.table, id: first.id, clientId: first.clientId, was, became });
  }
  return written;
}

/** Who recorded a booking before a file did, and that the file did. */
async function recordedBy(
  db: Database,
  { id, clientId }: Pick<Change, 'id' | 'clientId'>,
  { importId, staffId, at }: FileAuthor,
): Promise<{ readonly was: Fields; readonly became: Fields }> {
  const was = await db
    .selectFrom('attendance')
    .select(['recorded_by', 'import_id', 'changed_by', 'changed_at'])
    .where('session_id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  return { was, became: { recorded_by: null, import_id: importId, changed_by: staffId, changed_at: at } };
}
