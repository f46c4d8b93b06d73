import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';

/** Everything in the catalog that migrations decide, one fact a line, so that two schemas can be compared and a person can read one. */
export async function schemaOf(db: Database): Promise<string> {
  const { rows } = await sql<{ line: string }>`with own as (
      select c.oid, c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and (not c.relispartition or c.relname = 'audit_event_default') and c.relname not like 'kysely%' and c.relname <> 'migration_checksum')
    select line from (${facts}) facts order by thing, part, line`.execute(db);
  return `${rows.map(({ line }) => line).join('\n')}\n`;
}

/** PostgreSQL before 17 keeps the identity of a column with the table alone, not with its partitions. */
const columns = sql`select name as thing, 2 as part, format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
    ' default ' || pg_get_expr(d.adbin, d.adrelid), case when a.attidentity = 'a' and not c.relispartition then ' generated always as identity' else '' end) as line
  from own join pg_class c on c.oid = own.oid join pg_attribute a on a.attrelid = own.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum`;

const constraints = sql`select name, 3, format('  constraint %s %s', c.conname, pg_get_constraintdef(c.oid))
  from own join pg_constraint c on c.conrelid = own.oid where c.contype <> 'n'`;

const indexes = sql`select name, 4, '  ' || regexp_replace(pg_get_indexdef(i.indexrelid), current_schema() || '\.', '', 'g')
  from own join pg_index i on i.indrelid = own.oid`;

const policies = sql`select name, 5, format('  policy %s %s for %s to %s using %s with check %s', p.polname, case when p.polpermissive then 'permissive' else 'restrictive' end,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)),
    coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'))
  from own join pg_policy p on p.polrelid = own.oid`;

/** What the owner may do follows from owning, and differs between versions of PostgreSQL. */
const grants = sql`select name, 6, format('  grant %s to %s', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type), x.grantee::regrole)
  from own join pg_class c on c.oid = own.oid cross join lateral aclexplode(c.relacl) x where x.grantee <> c.relowner group by name, x.grantee
  union all select name, 6, format('  grant %s (%s) to %s', lower(x.privilege_type), string_agg(a.attname, ', ' order by a.attname), x.grantee::regrole)
  from own join pg_attribute a on a.attrelid = own.oid cross join lateral aclexplode(a.attacl) x group by name, x.privilege_type, x.grantee`;

const triggers = sql`select name, 7, '  ' || regexp_replace(pg_get_triggerdef(t.oid), current_schema() || '\.', '', 'g')
  from own join pg_trigger t on t.tgrelid = own.oid where not t.tgisinternal`;

const functions = sql`select 'function ' || p.oid::regprocedure, 9, pg_get_functiondef(p.oid) || format('owner %s, execute for %s', p.proowner::regrole,
    case when p.proacl is null then 'everybody' else coalesce((select string_agg(x.grantee::regrole::text, ', ' order by x.grantee::regrole::text)
      from aclexplode(p.proacl) x where x.grantee <> p.proowner), 'nobody') end)
  from pg_proc p where p.pronamespace = current_schema()::regnamespace`;

const facts = sql`select name as thing, 1 as part, format('table %s, owner %s%s%s', name, c.relowner::regrole, case when c.relrowsecurity then ', row-level security' else '' end,
      case when c.relkind = 'p' then ', partition by ' || lower(pg_get_partkeydef(c.oid)) else '' end) as line from own join pg_class c on c.oid = own.oid
  union all ${columns} union all ${constraints} union all ${indexes} union all ${policies} union all ${grants} union all ${triggers} union all ${functions}`;
