import { sql } from 'kysely';
import type { Change, Fields, Written } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { bookRoster } from '#server/attendance/bookings.store.ts';
import { added } from './verdicts/verdict.ts';

/** Tables that count their changes, so that a page which has the record open finds itself stale. */
const counted = new Set(['client', 'episode', 'attendance', 'session', 'prescribed_hours', 'level_span']);

/** Makes those changes of a row that nobody unticked, and answers what was there before. */
export async function changesMade(
  db: Database,
  organizationId: string,
  changes: readonly Change[],
  kept: readonly string[],
): Promise<readonly Written[]> {
  const made = changes.filter(({ column }) => !kept.includes(column));
  const written: Written[] = [];
  for (const { table, id, clientId, insert, also = [] } of made) {
    if (insert === undefined) continue;
    await insertOne(db, table, insert);
    const { organization_id: _organization, id: _id, client_id: _client, session_id: _session, ...became } = insert;
    written.push(added(table, id, became, clientId));
    for (const one of also) {
      await insertOne(db, one.table, one.insert);
      if (one.table === 'group_enrollment') await bookNewEnrollment(db, one.insert.id);
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
    const was: Fields = Object.fromEntries(fields.map(({ field, from }) => [field, from]));
    const became: Fields = Object.fromEntries(fields.map(({ field, to }) => [field, to]));
    await setFields(db, organizationId, { ...first, to: became });
    written.push({ table: first.table, id: first.id, clientId: first.clientId, was, became });
  }
  return written;
}

async function insertOne(db: Database, table: string, row: object): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.id(name)));
  const name = sql.table(table);
  await sql`insert into ${name} (${columns}) select ${columns} from json_populate_record(null::${name}, ${JSON.stringify(row)})`.execute(
    db,
  );
}

/** A place on a roster is booked into the sessions that are there already. */
async function bookNewEnrollment(db: Database, enrollmentId: string): Promise<void> {
  const {
    client_id: clientId,
    group_id: groupId,
    from_on: from,
  } = await db
    .selectFrom('group_enrollment')
    .select(['client_id', 'group_id', 'from_on'])
    .where('id', '=', enrollmentId)
    .executeTakeFirstOrThrow();
  await bookRoster(db, { clientId, groupId, from });
}

type Which = { readonly table: string; readonly id: string; readonly clientId: string | null; readonly to: Fields };

/** Sets fields of one row. The values travel as JSON, which PostgreSQL reads by the table's own column types. */
export async function setFields(db: Database, organizationId: string, { table, id, clientId, to }: Which): Promise<void> {
  const name = sql.table(table);
  const set = Object.keys(to).map((field) => sql`${sql.id(field)} = v.${sql.id(field)}`);
  if (counted.has(table)) set.push(sql`version = t.version + 1`);
  const where = table === 'attendance' ? sql`t.session_id = ${id}::uuid and t.client_id = ${clientId}::uuid` : sql`t.id = ${id}::uuid`;
  await sql`update ${name} t set ${sql.join(set)} from json_populate_record(null::${name}, ${JSON.stringify(to)}) v
    where t.organization_id = ${organizationId}::uuid and ${where}`.execute(db);
}
