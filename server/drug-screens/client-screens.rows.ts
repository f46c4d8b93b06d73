import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { eventOf, missedEvent } from './screen-events.ts';
import { linksOf } from './screen-links.rows.ts';
import { screenRows, type Span } from './screens.rows.ts';
import { slotsOf } from '#server/screen-plans/screen-slots.rows.ts';
import { unmetSlots } from '#server/screen-plans/unmet-slots.ts';

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
  if (clientIds.length === 0) return new Map();
  // A slot of the span may be met by a collection after it, so rows are read to the end.
  const rows = await screenRows(db, clientIds, span.from === undefined ? {} : { from: span.from });
  const links = await linksOf(db, clientIds);
  const slots = await slotsOf(db, clientIds, span);
  const rowsOf = Map.groupBy(rows, (row) => row.client_id);
  const inSpan = (on: Day) => span.to === undefined || on <= span.to;

  return new Map(
    clientIds.map((clientId) => {
      const own = rowsOf.get(clientId) ?? [];
      const { missed, replaced } = unmetSlots(slots.get(clientId) ?? [], own, dayAt(now, zone), settings);
      const events = [
        ...own.filter((row) => !replaced.has(row.id)).map((row) => eventOf(row, links.get(row.id) ?? [], zone)),
        ...missed.map((slot) => missedEvent(slot.id, slot.on)),
      ];
      return [clientId, events.filter(({ on }) => inSpan(on)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))];
    }),
  );
}
