import { dayAt, type Day } from '#domain/calendar.ts';
import { eventMark, isPresumptive, markOf } from '#domain/drug-screens-marks.ts';
import { interpret, responses, type AnalyteReading, type Finding, type Response, type ScreenEvent } from '#domain/drug-screens.ts';
import type { Context } from '../procedure.ts';
import { linksOf, type ScreenLink } from './screen-links.ts';
import { screenRows, type ScreenRow, type Span } from './screen-rows.ts';
import { slotsOf, unmetSlots } from './screen-slots.ts';

type Reading = Pick<Context, 'db' | 'now' | 'zone' | 'settings'>;

/**
 * What came of every collection of these clients, and of every due slot that nothing met within its window, oldest first.
 * Each event is as it stands now: an amended row is superseded, and the marks say how far the team's answer is.
 */
export async function screensOf({ db, now, zone, settings }: Reading, clientIds: readonly string[], span: Span = {}): Promise<Map<string, ScreenEvent[]>> {
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
        ...own.filter((row) => !replaced.has(row.id)).map((row) => eventOf(row, links.get(row.id) ?? [])),
        ...missed.map((slot) => missedEvent(slot.id, slot.on)),
      ];
      return [clientId, events.filter(({ on }) => inSpan(on)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))];
    }),
  );
}

const missedEvent = (id: string, on: Day): ScreenEvent => ({
  id,
  on,
  at: null,
  scheduled: true,
  outcome: 'not-collected',
  specimen: null,
  validity: null,
  reason: null,
  presumptive: false,
  mark: 'O',
  response: null,
  adjustmentId: null,
  analytes: [],
});

function eventOf(row: ScreenRow, links: readonly ScreenLink[]): ScreenEvent {
  const analytes = [...row.results.map((result) => readingOf(result, row, links)), ...missingFromPanel(row)];
  // Where several adjustments answer one event, the one that is furthest from an answer speaks for it.
  const speaks = links.toSorted((a, b) => responses.indexOf(a.response) - responses.indexOf(b.response))[0];
  const response = speaks?.response ?? null;
  const event = { outcome: row.outcome, validity: row.validity, analytes };
  return {
    ...event,
    id: row.id,
    on: row.collected_on,
    at: row.collected_at,
    scheduled: row.scheduled,
    specimen: row.specimen,
    reason: row.validity_reason ?? links.find(({ explanation }) => explanation !== null)?.explanation ?? null,
    presumptive: isPresumptive(analytes),
    mark: eventMark(event, response),
    response,
    adjustmentId: speaks?.adjustmentId ?? null,
  };
}

function readingOf(stored: ScreenRow['results'][number], row: ScreenRow, links: readonly ScreenLink[]): AnalyteReading {
  const link = links.find(({ analyte }) => analyte === stored.analyte);
  const finding = findingIn(row, stored, link);
  return { ...stored, finding, mark: markOf(finding, responseTo(link)) };
}

const responseTo = (link: ScreenLink | undefined): Response | null => link?.response ?? null;

/** The projected finding, or the plain reading where nothing was projected yet. An explanation that came later is part of it. */
function findingIn(row: ScreenRow, stored: ScreenRow['results'][number], link: ScreenLink | undefined): Finding {
  const found = row.findings?.[stored.analyte] ?? interpret(stored.result, row.validity ?? 'not-tested', stored.expectation);
  const owes = found === 'unexpected-positive' || found === 'prescribed-not-detected';
  return owes && link?.explanation != null ? 'explained' : found;
}

/** A prescribed analyte that the panel doesn't hold is said so: nothing was read, and nothing was missing. */
function missingFromPanel(row: ScreenRow): AnalyteReading[] {
  const absent = Object.entries(row.findings ?? {}).filter(([, finding]) => finding === 'not-on-panel');
  return absent.map(([analyte, finding]) => ({
    analyte,
    result: 'inconclusive',
    expectation: 'should-show',
    because: null,
    finding,
    mark: markOf(finding, null),
  }));
}
