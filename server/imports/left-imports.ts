import type { Logger } from 'pino';
import { addHours, instantOf, type Instant } from '#domain/calendar/calendar.ts';
import { problemIn } from '#server/http/problem-details.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { workOn, type Server } from './import-worker.ts';
import { importsLeft } from './imports.rows.ts';

/** Minutes after which whoever worked on an import and isn't seen to any more is taken for gone. A batch of rows takes seconds. */
const heartbeatMinutes = 2;

type Log = Pick<Logger, 'error'>;

/** Goes on with every import whose work stopped without an end, because the server did. One that fails again stops none of the others. */
export const goOnAfterStart = (server: Server, log: Log): Promise<void> => goOnWith(server, log, null);

/** Goes on with imports on which nobody was seen to work for a while: another server may have gone, or the database was away. */
export const goOnWhereNobodyWorks = (server: Server, log: Log): Promise<void> =>
  goOnWith(server, log, addHours(instantOf(server.clock()), -heartbeatMinutes / 60));

async function goOnWith(server: Server, log: Log, seenBefore: Instant | null): Promise<void> {
  const organizations = await server.db.selectFrom('organization').select('id').orderBy('id').execute();
  for (const { id: organizationId } of organizations) {
    const left = await withTenant(server.db, organizationId, instantOf(server.clock()), (db) => importsLeft(db, seenBefore));
    for (const importId of left)
      await workOn(server, { organizationId, importId }).catch((error: unknown) => problemIn(error, log, 'imports.goOn'));
  }
}

const minute = 60_000;

/** Goes on with what was left, now and every minute. The timer alone never keeps the process alive; what is interrupted is gone on with later. */
export function keepImportsGoing(server: Server, log: Log): { readonly stop: () => void } {
  let underWay = true;
  const noted = (error: unknown) => problemIn(error, log, 'imports.goOn');
  const over = () => void (underWay = false);
  void goOnAfterStart(server, log).catch(noted).finally(over);
  const timer = setInterval(() => {
    if (underWay) return;
    underWay = true;
    void goOnWhereNobodyWorks(server, log).catch(noted).finally(over);
  }, minute);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
