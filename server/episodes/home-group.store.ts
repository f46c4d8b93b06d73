import type { Database } from '#server/database/pool.ts';

/** The group that lists show for a client in care, where it was this one, or none. */
export async function changeHomeGroup(
  db: Database,
  clientId: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<void> {
  await db
    .updateTable('episode')
    .set({ group_id: to })
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .where('group_id', from === null ? 'is' : '=', from)
    .execute();
}
