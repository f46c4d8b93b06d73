import type { Instant } from '#domain/calendar/calendar.ts';
import type { Written } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { added } from './verdicts/verdict.ts';
import type { Found } from './settle-rows.ts';

/** What reading an import's screens opened by itself, by the row of the screen: adjustments, and safety clocks. It is taken back with them. */
export async function sideEffectsOf(db: Database, rows: readonly Found[], now: Instant): Promise<ReadonlyMap<number, readonly Written[]>> {
  const rowOf = new Map(
    rows.flatMap(({ row, written }) => (written ?? []).filter(({ table }) => table === 'screen').map(({ id }) => [id, row] as const)),
  );
  const clients = new Map(rows.flatMap(({ row, client_id }) => (client_id === null ? [] : [[client_id, row] as const])));
  const found = new Map<number, Written[]>();
  if (rowOf.size === 0) return found;
  const note = (row: number | undefined, written: Written) =>
    void (row !== undefined && found.set(row, [...(found.get(row) ?? []), written]));
  const adjustments = await db
    .selectFrom('adjustment')
    .select(['id', 'client_id', 'screen_id'])
    .where('screen_id', 'in', [...rowOf.keys()])
    .execute();
  for (const { id, client_id, screen_id } of adjustments)
    note(
      rowOf.get(screen_id ?? ''),
      added('adjustment', id, { talked_at: null, signed_at: null, explained_at: null, checked: null }, client_id),
    );
  const concerns = await db
    .selectFrom('safety_concern')
    .select(['id', 'client_id'])
    .where('client_id', 'in', [...clients.keys()])
    .where('opened_at', '=', now)
    .execute();
  for (const { id, client_id } of concerns)
    note(clients.get(client_id), added('safety_concern', id, { notified_at: null, closed_at: null }, client_id));
  return found;
}
