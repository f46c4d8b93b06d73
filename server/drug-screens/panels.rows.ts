import { inNameOrder } from '#server/database/in-name-order.ts';
import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

type Used = { readonly panel_id: string; readonly lot: string; readonly last: Day };

/** The program's panels in cup order, each with its lots: the one last used for these clients first, then the one that keeps longest. */
export async function panelsWithLots(db: Database, clientIds: readonly string[], { from, on }: { readonly from: Day; readonly on: Day }) {
  const panels = await db.selectFrom('panel').selectAll().orderBy(inNameOrder('name')).execute();
  const lots = await db.selectFrom('panel_lot').select(['panel_id', 'lot', 'expires_on']).orderBy('expires_on', 'desc').execute();
  const { rows: used } = await sql<Used>`select panel_id, lot, max(collected_on) as last from screen
    where client_id = any(${clientIds}::uuid[]) and collected_on between ${from} and ${on} and lot is not null and panel_id is not null group by panel_id, lot`.execute(
    db,
  );
  const lastUsed = (panelId: string, lot: string) => used.find((one) => one.panel_id === panelId && one.lot === lot)?.last ?? null;
  return panels.map((panel) => ({
    id: panel.id,
    name: panel.name,
    specimen: panel.specimen,
    analytes: panel.analytes,
    readFromMinutes: panel.read_from_minutes,
    readUntilMinutes: panel.read_until_minutes,
    lots: lots
      .filter(({ panel_id }) => panel_id === panel.id)
      .map(({ lot, expires_on }) => ({ lot, expiresOn: expires_on, expired: expires_on < on, lastUsedOn: lastUsed(panel.id, lot) }))
      .toSorted((a, b) => ((a.lastUsedOn ?? '') > (b.lastUsedOn ?? '') ? -1 : (a.lastUsedOn ?? '') < (b.lastUsedOn ?? '') ? 1 : 0)),
  }));
}

/** The program's panels by name. */
export const panelsByName = (db: Database) =>
  db.selectFrom('panel').select(['id', 'name', 'specimen']).orderBy(inNameOrder('name')).execute();
