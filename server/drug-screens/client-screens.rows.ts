import { dayAt, type Day, type Zone } from '#domain/calendar/calendar.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Database } from '#server/database/pool.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { asksForHints, withHints } from './finding-hints.ts';
import { eventOf } from './screen-events.ts';
import { eventsAt, type ScreenRecords } from './events-at.ts';
import { linksOf } from './screen-links.rows.ts';
import { screenRows, type Span } from './screens.rows.ts';
import { slotsOf } from '#server/screen-plans/screen-slots.rows.ts';

/** Every collection of these clients as it stands now, and every slot of their schedule: what a day makes of them is worked out from it. */
export async function screenRecordsOf(
  db: Database,
  clientIds: readonly string[],
  zoneOf: (clientId: string) => Zone,
  span: Span = {},
): Promise<Map<string, ScreenRecords>> {
  if (clientIds.length === 0) return new Map();
  // A slot of the span may be met by a collection after it, so rows are read to the end.
  const rows = Map.groupBy(await screenRows(db, clientIds, span.from === undefined ? {} : { from: span.from }), (row) => row.client_id);
  const links = await linksOf(db, clientIds);
  const slots = await slotsOf(db, clientIds, span);
  const events = new Map(
    clientIds.map((clientId) => [
      clientId,
      (rows.get(clientId) ?? []).map((row) => eventOf(row, links.get(row.id) ?? [], zoneOf(clientId))),
    ]),
  );
  const asking = clientIds.filter((clientId) => asksForHints(events.get(clientId) ?? []));
  const medications = asking.length === 0 ? new Map<string, Medication[]>() : await medicationsOf(db, asking);
  const map = medications.size === 0 ? [] : await expectationRules(db);
  return new Map(
    clientIds.map((clientId) => {
      const hinted = withHints(events.get(clientId) ?? [], medications.get(clientId) ?? [], map);
      return [clientId, { rows: rows.get(clientId) ?? [], events: hinted, slots: slots.get(clientId) ?? [] }];
    }),
  );
}

type Reading = Pick<Context, 'db' | 'now' | 'zone' | 'settings'>;

/**
 * What came of every collection of these clients, and of every due slot that nothing met within its window, oldest first.
 * Each event is as it stands now: an amended row is superseded, and the marks say how far the team's answer is.
 */
export async function screensOf(
  { db, now, zone, settings }: Reading,
  clientIds: readonly string[],
  span: Span = {},
): Promise<Map<string, ScreenEvent[]>> {
  const inSpan = (on: Day) => span.to === undefined || on <= span.to;
  const records = await screenRecordsOf(db, clientIds, () => zone, span);
  return new Map(
    [...records].map(([clientId, own]) => [clientId, eventsAt(own, dayAt(now, zone), settings).filter(({ on }) => inSpan(on))]),
  );
}
