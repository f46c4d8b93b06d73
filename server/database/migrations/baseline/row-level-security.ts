import { sql, type Kysely } from 'kysely';
import { appRole } from '../../roles.ts';

type Grant = 'select' | 'insert' | 'update' | 'delete';

type Protection = {
  readonly grants?: readonly Grant[];
  /** Its rows name their client in `client_id`, and so follow a merge of two clients. */
  readonly ofClient?: boolean;
  /** Its rows can be added and read, never changed or taken away, whoever asks. */
  readonly appendOnly?: boolean;
};

/** Puts a table under row-level security: the app role sees and writes rows of the request's organization alone. */
export async function tenantTable(
  db: Kysely<unknown>,
  table: string,
  { grants = ['select', 'insert', 'update'], ofClient = false, appendOnly = false }: Protection = {},
): Promise<void> {
  const name = sql.id(table);
  const own = sql`organization_id = nullif(current_setting('cairn.organization', true), '')::uuid`;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`create policy own_organization on ${name} to ${sql.id(appRole)} using (${own}) with check (${own})`.execute(db);
  await sql`grant ${sql.raw(grants.join(', '))} on ${name} to ${sql.id(appRole)}`.execute(db);
  if (ofClient)
    await sql`create trigger redirect_merged_client before insert on ${name} for each row execute function redirect_merged_client()`.execute(
      db,
    );
  if (appendOnly)
    await sql`create trigger append_only before update or delete or truncate on ${name} for each statement execute function refuse_change()`.execute(
      db,
    );
  if (ofClient && appendOnly)
    await sql`create trigger allow_client_change_only before update on ${name} for each row execute function allow_client_change_only()`.execute(
      db,
    );
}
