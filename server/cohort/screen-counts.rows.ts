import { sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { CohortRow } from '#domain/cohort/rows.ts';
import { eventReading, hasUnexpected } from '#domain/drug-screens/event-reading.ts';
import { findingsNeedingAnswer, type CollectionOutcome, type Finding, type Validity } from '#domain/drug-screens/interpret.ts';
import { firstDayMet } from '#domain/drug-screens/slots-met.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import { countsWholePrograms } from '#server/access/program-scope.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { isUnscheduled, screenRowsIn, type CohortScreen } from './screens.rows.ts';
import { isOpen, isScheduled } from '#server/screen-plans/open-slots.ts';
import { staysIn } from './cohort-stays.rows.ts';
import type { CohortQuestion, CohortSpan } from './cohort-span.ts';

type Reading = Pick<Context, 'db' | 'actor' | 'settings' | 'now'>;

/** Screens that are alike in all that they are counted by. `kinds` is null where every finding is as expected. */
type GroupedCount = {
  readonly week: Day;
  readonly scheduled: boolean;
  readonly outcome: CollectionOutcome;
  readonly validity: Validity | null;
  readonly interpretable: boolean;
  readonly kinds: readonly Finding[] | null;
  readonly times: number;
};

/**
 * What `screenRowsIn` says of a span, counted by week where PostgreSQL can count it: a year of ten thousand clients is a few hundred lines then.
 * A collection outside its slot may stand for one nearby, which is the rule's to say, so whoever has one comes row by row.
 */
export async function screenCountsIn(context: Reading, question: CohortQuestion, span: CohortSpan): Promise<CohortRow<CohortScreen>[]> {
  const all = [
    ...(await groupedPlain(context, question, span)),
    ...(await groupedTelling(context, question, span)),
    ...(await groupedUnmet(context, question, span)),
  ];
  return [...all.map(rowOf), ...(await screenRowsIn(context, question, span, 'loose'))];
}

// The few people of a caseload are looked up one by one; those of whole programs are sooner found by reading everybody's screens.
const inStay = (actor: Actor, client: string, on: string) =>
  sql`${countsWholePrograms(actor) ? sql`true` : sql`${sql.ref(client)} in (select stay.client_id from stay)`} and exists (select from stay where stay.client_id = ${sql.ref(client)} and stay.opened_on <= ${sql.ref(on)} and (stay.closed_on is null or stay.closed_on >= ${sql.ref(on)}))`;

// Written so that hardly any row is one: an index knows the few that amend another.
const current = sql`not exists (select from screen later where later.organization_id = screen.organization_id and later.amends_id = screen.id and later.amends_id is not null)`;

const counted = (actor: Actor, { from, to }: CohortSpan) => sql`screen.collected_on between ${from}::date and ${to}::date and ${current}
  and not ${isUnscheduled('screen.client_id')} and ${inStay(actor, 'screen.client_id', 'screen.collected_on')}`;

const week = sql`date_trunc('week', screen.collected_on::timestamp)::date`;

// Everybody's are read side by side; looking each up by itself, which is right for the few of a caseload, takes four times as long.
const readings = (actor: Actor) => (countsWholePrograms(actor) ? sql`materialized` : sql`not materialized`);

/**
 * The screens of these stays of which nothing has to be told: nearly all, and those that have no reading. What was found is long, and sorting it along
 * with them took most of the time.
 */
async function groupedPlain({ db, actor }: Reading, question: CohortQuestion, span: CohortSpan): Promise<readonly GroupedCount[]> {
  const { rows } = await sql<GroupedCount>`with stay as not materialized (${staysIn(db, actor, question)}),
      reading as ${readings(actor)} (select organization_id, screen_id, interpretable, as_expected from screen_reading)
    select ${week} as week, screen.scheduled, screen.outcome, screen.validity, coalesce(reading.interpretable, false) as interpretable, null as kinds,
      count(*)::int as times
    from screen left join reading on reading.organization_id = screen.organization_id and reading.screen_id = screen.id
    where coalesce(reading.as_expected, true) and ${counted(actor, span)}
    group by 1, 2, 3, 4, 5`.execute(db);
  return rows;
}

/** The screens of these stays that say something, by what they say. */
async function groupedTelling({ db, actor }: Reading, question: CohortQuestion, span: CohortSpan): Promise<readonly GroupedCount[]> {
  const { rows } = await sql<GroupedCount>`with stay as not materialized (${staysIn(db, actor, question)}),
      reading as ${readings(actor)} (select organization_id, screen_id, interpretable, findings from screen_reading where not as_expected)
    select ${week} as week, screen.scheduled, screen.outcome, screen.validity, reading.interpretable, ${kinds} as kinds, count(*)::int as times
    from reading join screen on screen.organization_id = reading.organization_id and screen.id = reading.screen_id
    where ${counted(actor, span)}
    group by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows;
}

/** The slots of these stays that nothing answered and whose time is over. */
async function groupedUnmet(
  { db, actor, settings, now }: Reading,
  question: CohortQuestion,
  { from, to, today }: CohortSpan,
): Promise<readonly GroupedCount[]> {
  const { rows } = await sql<GroupedCount>`with stay as not materialized (${staysIn(db, actor, question)})
    select date_trunc('week', slot.due_on::timestamp)::date as week, true as scheduled, 'not-collected' as outcome, null as validity,
      false as interpretable, null as kinds, count(*)::int as times
    from screen_slot slot
    where ${isScheduled('slot')} and ${isOpen('slot', now)} and slot.due_on between ${from}::date and ${unmetUntil(to, today, settings)}::date
      and not exists (select from screen where screen.organization_id = slot.organization_id and screen.slot_id = slot.id and ${current})
      and not ${isUnscheduled('slot.client_id')} and ${inStay(actor, 'slot.client_id', 'slot.due_on')}
    group by 1`.execute(db);
  return rows;
}

/** The last day whose slots can no longer be met. */
const unmetUntil = (to: Day, today: Day, settings: ProgramSettings): Day => {
  const over = addDays(firstDayMet(today, settings), -1);
  return over < to ? over : to;
};

// An explanation that came after the reading is part of it, as in the rows.
const kinds = sql`array(
  select distinct case when value = any(${findingsNeedingAnswer}::text[]) and exists (
      select from adjustment_result link join adjustment on adjustment.organization_id = link.organization_id and adjustment.id = link.adjustment_id
      where link.organization_id = screen.organization_id and link.screen_id = screen.id and link.analyte = key and adjustment.explained_at is not null) then 'explained' else value end
  from jsonb_each_text(reading.findings))`;

function rowOf({ week, scheduled, outcome, validity, interpretable, kinds: found, times }: GroupedCount): CohortRow<CohortScreen> {
  const analytes = (found ?? []).map((finding) => ({ analyte: finding, result: 'pending' as const, finding }));
  const plain = outcome === 'collected' && found === null && interpretable;
  const fact = {
    clientId: '',
    on: week,
    scheduled,
    outcome,
    interpretable,
    unexpected: hasUnexpected({ outcome, validity, analytes }),
    reading: plain ? ('as-expected' as const) : eventReading({ outcome, validity, analytes }),
    analytes: [],
    times,
  };
  return { id: week, clientId: '', on: week, fact, exclusion: null };
}
