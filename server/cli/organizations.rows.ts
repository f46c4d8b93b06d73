import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Database } from '#server/database/pool.ts';

type Organization = { readonly id: string; readonly name: string };

/** The organizations that a command is meant for: the named one, or all there are. */
export async function organizationsNamed(
  db: Database,
  name: string | undefined,
): Promise<{ readonly chosen: readonly Organization[]; readonly names: readonly string[] }> {
  const all = await db.selectFrom('organization').select(['id', 'name']).orderBy(inNameOrder('name')).execute();
  return {
    chosen: name === undefined ? all : all.filter((organization) => organization.name === name),
    names: all.map((organization) => organization.name),
  };
}
