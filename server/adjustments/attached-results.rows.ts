import { sql } from 'kysely';
import { attachedAnsweredAt, type AttachedResult } from '#domain/adjustments/attached.ts';
import { earliest, type Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { currentScreens } from '#server/drug-screens/current-screens.rows.ts';

/** By adjustment: what attached to it after its signature. */
export type AttachedLinks = ReadonlyMap<string, readonly (AttachedResult & { readonly clientId: string })[]>;

/** Results of these clients that attached after a signature, each screen once as it stands now, with when it was answered. An analyte that stands for the whole specimen is named as its link names it. */
export async function attachedOf(db: Database, clientIds: readonly string[]): Promise<AttachedLinks> {
  const rows = await db
    .selectFrom('adjustment_result as result')
    .innerJoin('adjustment', (join) =>
      join.onRef('adjustment.organization_id', '=', 'result.organization_id').onRef('adjustment.id', '=', 'result.adjustment_id'),
    )
    .select(['result.adjustment_id', 'result.screen_id', 'result.analyte', 'result.attached_at', 'adjustment.client_id'])
    .where('result.after_signature', '=', true)
    .where((eb) => eb('adjustment.client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('result.attached_at')
    .orderBy('result.analyte')
    .execute();
  if (rows.length === 0) return new Map();
  const attachedClients = [...new Set(rows.map(({ client_id }) => client_id))];
  const currentScreen = await currentScreens(db, attachedClients);
  const contacts = await contactsAt(db, attachedClients);
  const changes = await changesSignedAt(db, attachedClients);
  return new Map(
    [...Map.groupBy(rows, ({ adjustment_id }) => adjustment_id)].map(([adjustmentId, links]) => [
      adjustmentId,
      [...Map.groupBy(links, ({ screen_id }) => currentScreen(screen_id))].map(([screenId, own]) => {
        const clientId = own[0]?.client_id ?? '';
        // A screen that was amended is tied again, and came when its first row did.
        const attachedAt = earliest(own.map(({ attached_at }) => attached_at)) as Instant;
        return {
          clientId,
          screenId,
          analytes: [...new Set(own.map(({ analyte }) => analyte))],
          attachedAt,
          answeredAt: attachedAnsweredAt(attachedAt, {
            contactsAt: contacts.get(adjustmentId) ?? [],
            changesSignedAt: changes.get(clientId) ?? [],
          }),
        };
      }),
    ]),
  );
}

/** When the results of each adjustment were spoken of. */
async function contactsAt(db: Database, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly Instant[]>> {
  const rows = await db
    .selectFrom('result_contact')
    .select(['adjustment_id', 'at'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .execute();
  return new Map([...Map.groupBy(rows, (row) => row.adjustment_id)].map(([id, own]) => [id, own.map(({ at }) => at)]));
}

/** When changes of each client's plan were signed. */
async function changesSignedAt(db: Database, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly Instant[]>> {
  const rows = await db
    .selectFrom('adjustment')
    .select(['client_id', 'signed_at'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .where('no_change_reason', 'is', null)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.client_id)].map(([id, own]) => [
      id,
      own.flatMap(({ signed_at }) => (signed_at === null ? [] : [signed_at])),
    ]),
  );
}
