import { inNameOrder } from '#server/database/in-name-order.ts';
import type { ImportMapping } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';

/** The other systems whose files were read before, and how. */
export async function sourcesKnown(
  db: Database,
): Promise<readonly { readonly name: string; readonly mappings: readonly ImportMapping[] }[]> {
  const rows = await db.selectFrom('import_source').select(['name', 'mappings']).orderBy(inNameOrder('name')).execute();
  return rows.map(({ name, mappings }) => ({ name, mappings: Object.values(mappings) }));
}
