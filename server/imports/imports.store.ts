import type { Instant } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import type { Database } from '#server/database/pool.ts';

type Opened = { readonly fileName: string; readonly header: readonly string[]; readonly by: string; readonly at: Instant };

/** An import whose columns are not settled and whose rows are still to come. Answers its id. */
export async function insertImport(db: Database, organizationId: string, { fileName, header, by, at }: Opened): Promise<string> {
  const row = { organization_id: organizationId, file_name: fileName, header: [...header], columns_seen: '[]', rows: 0 };
  const { id } = await db
    .insertInto('import_batch')
    .values({ ...row, opened_by: by, opened_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Marks that a noun has something new to show, for open pages to ask again. */
export async function markChanged(db: Database, organizationId: string, noun = 'imports'): Promise<void> {
  await db.insertInto('change_mark').values({ organization_id: organizationId, noun }).execute();
}

type Changed = {
  readonly organizationId: string;
  /** Who began the import; nobody is signed in on the command line. */
  readonly by: { readonly staffId: string; readonly role: Role } | null;
  readonly noun: string;
  readonly clientIds: readonly string[];
  readonly requestId: string;
};

/** Writes down whose records an import changed, in the transaction that changes them. */
export async function recordImport(db: Database, { organizationId, by, noun, clientIds, requestId }: Changed): Promise<void> {
  const who = { organization_id: organizationId, staff_id: by?.staffId ?? null, role: by?.role ?? null };
  const what = { action: `import.${noun}`, kind: 'write' as const, client_ids: [...clientIds], request_id: requestId };
  await db
    .insertInto('audit_event')
    .values({ ...who, ...what })
    .execute();
}
