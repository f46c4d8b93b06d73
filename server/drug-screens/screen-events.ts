import { explainedWords } from '#domain/adjustments/explanations-words.ts';
import { timeAt, type Day, type Zone } from '#domain/calendar/calendar.ts';
import { eventMark, isPresumptive, markOf } from '#domain/drug-screens/marks.ts';
import { eventReading, readingNeedsAnswer } from '#domain/drug-screens/event-reading.ts';
import {
  interpretAnalyte,
  withExplanation,
  responses,
  type AnalyteReading,
  type Finding,
  type ScreenEvent,
} from '#domain/drug-screens/interpret.ts';
import type { ScreenLink } from './screen-links.rows.ts';
import type { ScreenRow } from './screens.rows.ts';

/** A due slot that nothing answered within its window. */
export const missedEvent = (id: string, on: Day): ScreenEvent => ({
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

/** What came in with an import and opened nothing is history: no answer is waited for. */
const isHistory = (row: ScreenRow, links: readonly ScreenLink[]): boolean => row.source === 'imported' && links.length === 0;

/** One stored screen as an event, with the marks that its findings and the team's answers give it. */
export function eventOf(row: ScreenRow, all: readonly ScreenLink[], zone: Zone): ScreenEvent {
  const links = all.filter(({ amended }) => !amended);
  const analytes = [...row.results.map((result) => readingOf(result, row, links, zone)), ...missingFromPanel(row)];
  // Where several adjustments answer one event, the one that is furthest from an answer speaks for it.
  const speaks = links.toSorted((a, b) => responses.indexOf(a.response) - responses.indexOf(b.response))[0];
  const event = { outcome: row.outcome, validity: row.validity, analytes };
  const history = isHistory(row, links) && readingNeedsAnswer(eventReading(event)) ? 'history' : null;
  const response = speaks?.response ?? history;
  return {
    ...event,
    id: row.id,
    on: row.collected_on,
    at: row.collected_at,
    scheduled: row.scheduled,
    specimen: row.specimen,
    reason: row.validity_reason ?? reasonIn(links),
    presumptive: isPresumptive(analytes),
    mark: eventMark(event, response),
    response,
    adjustmentId: speaks?.adjustmentId ?? null,
    observation: row.observed === null ? undefined : { observed: row.observed, by: row.observer },
  };
}

/** What explains it, in words. */
function reasonIn(links: readonly ScreenLink[]): string | null {
  const explanation = links.find((link) => link.explanation !== null)?.explanation ?? null;
  return explanation === null ? null : explainedWords(explanation);
}

function readingOf(stored: ScreenRow['results'][number], row: ScreenRow, links: readonly ScreenLink[], zone: Zone): AnalyteReading {
  const link = links.find(({ analyte }) => analyte === stored.analyte);
  const finding = findingIn(row, stored, link);
  const { analyte, result, expectation, because, value, unit } = stored;
  const time = row.collected_at === null ? null : timeAt(row.collected_at, zone);
  const measured = value === null || unit === null ? undefined : { value, unit, time };
  return {
    analyte,
    result,
    expectation,
    because,
    finding,
    measured,
    mark: markOf(finding, link?.response ?? (isHistory(row, links) ? 'history' : null)),
  };
}

/** The projected finding, or the plain reading where nothing was projected yet. An explanation that came later is part of it. */
function findingIn(row: ScreenRow, stored: ScreenRow['results'][number], link: ScreenLink | undefined): Finding {
  const found =
    row.findings?.[stored.analyte] ?? interpretAnalyte(stored.analyte, stored.result, row.validity ?? 'not-tested', stored.expectation);
  return withExplanation(found, link?.explanation != null);
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
