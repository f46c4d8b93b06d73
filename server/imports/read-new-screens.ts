import type { Database } from '#server/database/pool.ts';
import { discardReadings, projectReadings } from '#server/drug-screens/findings.projection.ts';
import { answerResults } from './answer-results.ts';
import type { ImportContext } from './import-context.rows.ts';

const clientsPerBatch = 200;

/**
 * Reads the screens that have no reading yet, once the whole file is stored, so that the order of its rows changes nothing.
 * What can still be acted on then opens or joins an adjustment, oldest first.
 */
export async function readNewScreens(importContext: ImportContext): Promise<void> {
  const clientIds = await unreadClients(importContext.db);
  for (let at = 0; at < clientIds.length; at += clientsPerBatch) {
    const some = clientIds.slice(at, at + clientsPerBatch);
    const fresh = await unreadScreens(importContext.db, some);
    const findings = await projectReadings(importContext, importContext.organizationId, some);
    await answerResults(importContext, fresh, findings);
  }
}

/** Works out every reading of the organization again from the facts. Answers how many there are. */
export async function rebuildReadings({
  db,
  settings,
  organizationId,
}: Pick<ImportContext, 'db' | 'settings' | 'organizationId'>): Promise<number> {
  await discardReadings(db);
  const clientIds = await unreadClients(db);
  let read = 0;
  for (let at = 0; at < clientIds.length; at += clientsPerBatch) {
    read += (await projectReadings({ db, settings }, organizationId, clientIds.slice(at, at + clientsPerBatch))).size;
  }
  return read;
}

/** Screens as they stand that nothing has read: one that was amended is another's to say. */
const unread = (db: Database) =>
  db
    .selectFrom('screen')
    .leftJoin('screen_reading as reading', (join) =>
      join.onRef('reading.organization_id', '=', 'screen.organization_id').onRef('reading.screen_id', '=', 'screen.id'),
    )
    .where('reading.screen_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('screen as later')
            .select('later.id')
            .whereRef('later.organization_id', '=', 'screen.organization_id')
            .whereRef('later.amends_id', '=', 'screen.id'),
        ),
      ),
    );

async function unreadClients(db: Database): Promise<readonly string[]> {
  const rows = await unread(db).select('screen.client_id').distinct().orderBy('screen.client_id').execute();
  return rows.map(({ client_id }) => client_id);
}

const unreadScreens = (db: Database, clientIds: readonly string[]) =>
  unread(db)
    .selectAll('screen')
    .where('screen.client_id', 'in', clientIds)
    .orderBy('screen.collected_on')
    .orderBy('screen.outside_key')
    .execute();
