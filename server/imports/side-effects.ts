import type { Instant } from '#domain/calendar/calendar.ts';
import type { Written } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { added } from './verdicts/verdict.ts';
import type { Found } from './settle-rows.ts';

/**
 * What an import's rows led to by themselves, by the row: adjustments and safety clocks of a screen, and screens that a medication offers to be read
 * again. It is taken back with them.
 */
export async function sideEffectsOf(db: Database, rows: readonly Found[], now: Instant): Promise<ReadonlyMap<number, readonly Written[]>> {
  const rowOf = new Map(
    rows.flatMap(({ row, written }) => (written ?? []).filter(({ table }) => table === 'screen').map(({ id }) => [id, row] as const)),
  );
  const clients = new Map(rows.flatMap(({ row, client_id }) => (client_id === null ? [] : [[client_id, row] as const])));
  const found = new Map<number, Written[]>();
  const note = (row: number | undefined, written: Written) =>
    void (row !== undefined && found.set(row, [...(found.get(row) ?? []), written]));
  for (const { id, medication_id, client_id } of await offersBy(db, rows))
    note(rowWriting(rows, 'medication', medication_id), added('reinterpretation', id, {}, client_id));
  if (rowOf.size === 0) return found;
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

const idsWritten = (rows: readonly Found[], table: string): readonly string[] =>
  rows.flatMap(({ written }) => (written ?? []).filter((one) => one.table === table).map(({ id }) => id));

const rowWriting = (rows: readonly Found[], table: string, id: string): number | undefined =>
  rows.find(({ written }) => (written ?? []).some((one) => one.table === table && one.id === id))?.row;

async function offersBy(db: Database, rows: readonly Found[]) {
  const medicationIds = idsWritten(rows, 'medication');
  if (medicationIds.length === 0) return [];
  return db
    .selectFrom('reinterpretation')
    .select(['id', 'medication_id', 'client_id'])
    .where('medication_id', 'in', medicationIds)
    .execute();
}
