import type { Day } from '#domain/calendar/calendar.ts';
import { defaultPanels } from '#domain/drug-screens/panels.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** The panels that a new clinic reads its cups with. */
export async function insertDefaultPanels(db: Database, organizationId: string): Promise<void> {
  await db
    .insertInto('panel')
    .values(
      defaultPanels.map(({ name, specimen, analytes }) => ({ organization_id: organizationId, name, specimen, analytes: [...analytes] })),
    )
    .execute();
}

/** Lists a box of cups that was opened; false where it is listed already. */
export async function insertLot(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { panelId, lot, expiresOn }: { readonly panelId: string; readonly lot: string; readonly expiresOn: Day },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('panel_lot')
    .values({ organization_id: actor.organizationId, panel_id: panelId, lot, expires_on: expiresOn })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}
