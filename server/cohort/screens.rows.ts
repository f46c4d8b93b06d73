import { sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { ScreenFact } from '#domain/cohort/measures.ts';
import type { Exclusion, CohortRow } from '#domain/cohort/rows.ts';
import { eventReading, type EventReading } from '#domain/drug-screens/event-reading.ts';
import { withExplanation } from '#domain/drug-screens/interpret.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { screenEvents, slotsDue, type ScreenEventRow } from './screen-events.rows.ts';
import { staysIn } from './cohort-stays.rows.ts';
import type { CohortQuestion, CohortSpan } from './cohort-span.ts';
import { unmetSlots } from '#server/screen-plans/unmet-slots.ts';

export type CohortScreen = ScreenFact & { readonly analytes: readonly string[] };

type Reading = Pick<Context, 'db' | 'actor' | 'settings' | 'now'>;

/** Whoever has a scheduled collection that belongs to no slot. */
export const isUnscheduled = (client: string) =>
  sql<boolean>`exists (select from screen free where free.client_id = ${sql.ref(client)} and free.slot_id is null and free.scheduled and free.outcome = 'collected')`;

// A slot just inside the span may have been met just outside it.
const around = 7;

/** Every collection of the span and every slot that came due in it, with what the rules said of it, for all stays or for those with a collection outside its slot. */
export async function screenRowsIn(
  { db, actor, settings, now }: Reading,
  question: CohortQuestion,
  { from, to, today }: CohortSpan,
  whose: 'all' | 'loose' = 'all',
): Promise<CohortRow<CohortScreen>[]> {
  const all = staysIn(db, actor, question);
  const stays = whose === 'all' ? all : all.where(isUnscheduled('episode.client_id'));
  const events = Map.groupBy(await screenEvents(db, stays, addDays(from, -around), addDays(to, around)), (row) => row.client_id);
  // One before the span may be met by a collection that would otherwise meet one inside it.
  const slots = Map.groupBy(await slotsDue(db, stays, addDays(from, -around), to < today ? to : today, now), (slot) => slot.client_id);
  const rows = [...new Set([...events.keys(), ...slots.keys()])].flatMap((clientId) => {
    const own = events.get(clientId) ?? [];
    const due = (slots.get(clientId) ?? []).map(({ id, due_on }) => ({ id, on: due_on }));
    const { missed, open, replaced } = unmetSlots(due, own, today, settings);
    return [
      ...own.filter(({ id }) => !replaced.has(id)).map(eventRow),
      ...missed.map((slot) => slotRow(clientId, slot, null)),
      ...open.map((slot) => slotRow(clientId, slot, 'not-yet-due')),
    ];
  });
  return rows.filter(({ on }) => on >= from && on <= to);
}

type Slot = { readonly id: string; readonly on: Day };

const slotRow = (clientId: string, { id, on }: Slot, exclusion: Exclusion | null): CohortRow<CohortScreen> => ({
  id,
  clientId,
  on,
  exclusion,
  fact: {
    clientId,
    on,
    scheduled: true,
    outcome: 'not-collected',
    interpretable: false,
    unexpected: false,
    reading: 'not-collected',
    analytes: [],
  },
});

function eventRow(row: ScreenEventRow): CohortRow<CohortScreen> {
  const analytes = row.unexpected.filter((analyte) => !row.explained.includes(analyte));
  const fact = {
    clientId: row.client_id,
    on: row.collected_on,
    scheduled: row.scheduled,
    outcome: row.outcome,
    interpretable: row.interpretable,
    unexpected: row.interpretable && analytes.length > 0,
    reading: readingOf(row),
    analytes,
  };
  return { id: row.id, clientId: row.client_id, on: row.collected_on, fact, exclusion: null };
}

/** The heading of an event, from its findings alone: a result itself plays no part in it. */
function readingOf({ as_expected, outcome, validity, findings, explained }: ScreenEventRow): EventReading {
  if (outcome === 'collected' && as_expected) return 'as-expected';
  const analytes = Object.entries(findings ?? {}).map(([analyte, finding]) => ({
    analyte,
    result: 'pending' as const,
    finding: withExplanation(finding, explained.includes(analyte)),
  }));
  return eventReading({ outcome, validity, analytes });
}
