import type { ImportKind, ImportMapping } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';

/** Remembers how files of a kind from another system are read, and answers which system that is. */
export async function rememberSource(db: Database, organizationId: string, name: string, mapping: ImportMapping): Promise<string> {
  const earlier = await db.selectFrom('import_source').select(['id', 'mappings']).where('name', '=', name).forUpdate().executeTakeFirst();
  const mappings: Partial<Record<ImportKind, ImportMapping>> = { ...earlier?.mappings, [mapping.kind]: mapping };
  const { id } = await db
    .insertInto('import_source')
    .values({ organization_id: organizationId, name, mappings: JSON.stringify(mappings) })
    .onConflict((conflict) => conflict.columns(['organization_id', 'name']).doUpdateSet({ mappings: JSON.stringify(mappings) }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
