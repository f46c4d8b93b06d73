import { sql, type Kysely } from 'kysely';

/**
 * Has every table's policy look up whose rows are wanted once a statement and not once a row: reading a quarter of a million rows, the looking up took
 * longer than the reading. Whoever adds a table calls this after it.
 */
export async function readOrganizationByStatement(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    name: string;
    column: string;
  }>`select c.relname as name, case c.relname when 'organization' then 'id' else 'organization_id' end as column
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = current_schema()::regnamespace and p.polname = 'own_organization' and pg_get_expr(p.polqual, p.polrelid) not like '%( SELECT %'
    order by 1`.execute(db);
  for (const { name, column } of rows) {
    const own = sql`${sql.ref(column)} = (select nullif(current_setting('cairn.organization', true), '')::uuid)`;
    await sql`alter policy own_organization on ${sql.id(name)} using (${own}) with check (${own})`.execute(db);
  }
}
