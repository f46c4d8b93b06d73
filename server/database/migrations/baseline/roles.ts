import { sql, type Kysely } from 'kysely';
import { appRole, ownerRole, signInRole } from '../../roles.ts';

/**
 * Owner, requests and sign-in are three roles, so that neither a request nor a sign-in can reach further than its own tables.
 * Roles belong to the whole server: another database may have made them, at this very moment too.
 */
export async function createRoles(db: Kysely<unknown>): Promise<void> {
  for (const role of [ownerRole, appRole, signInRole]) {
    const name = sql.id(role);
    await sql`do $$ begin
      if not exists (select from pg_roles where rolname = ${sql.lit(role)}) then create role ${name} nologin nosuperuser nobypassrls; end if;
    exception when duplicate_object or unique_violation then null; end $$`.execute(db);
    // A role made beforehand by whoever runs PostgreSQL was granted by them, and can't be granted again by its member.
    await sql`do $$ begin execute format('grant ${name} to %I', current_user);
    exception
      when invalid_grant_operation or unique_violation then null;
      when insufficient_privilege then if not pg_has_role(current_user, ${sql.lit(role)}, 'member') then raise; end if;
    end $$`.execute(db);
  }
  await sql`do $$ begin
    execute format('grant usage, create on schema %I to ${sql.id(ownerRole)}', current_schema());
    execute format('grant usage on schema %I to ${sql.id(appRole)}, ${sql.id(signInRole)}', current_schema());
  end $$`.execute(db);
}

/**
 * From here to the end of the transaction what is created belongs to the owner, and functions remember to look in this schema first and in the
 * caller's own temporary tables last. Where the login can't hand over its schema, it owns the tables itself.
 */
export async function createAsOwner(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true),
    case when has_schema_privilege(${sql.lit(ownerRole)}, current_schema(), 'create') then set_config('role', ${sql.lit(ownerRole)}, true) end`.execute(
    db,
  );
}
