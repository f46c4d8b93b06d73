import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { HoursFact } from '#domain/cohort/measures.ts';
import type { CohortRow, CohortTally, CountedReason, CountStatus } from '#domain/cohort/rows.ts';
import type { WeekShare } from '#domain/cohort/periods.ts';
import { hoursRow, type CohortWeek } from '#domain/cohort/weeks.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { isStale } from '#server/projections/stale-clients.rows.ts';
import { staysIn } from './cohort-stays.rows.ts';
import { boundsOf, type CohortQuestion } from './cohort-span.ts';

type Reading = Pick<Context, 'db' | 'actor' | 'now'>;
type Span = { readonly from: Day; readonly to: Day };

/** The stored weeks of a cohort's stays that begin between two days and are over. */
const weeksIn = ({ db, actor, now }: Reading, question: CohortQuestion, { from, to }: Span) =>
  db
    .with('stay', () => staysIn(db, actor, question))
    .selectFrom('client_week as known')
    .innerJoin('stay', 'stay.stay_id', 'known.episode_id')
    .where('known.week', '>=', from)
    .where('known.week', '<=', to)
    .where('known.over_at', '<=', sql<Instant>`${now}::timestamptz`);

const sums = [sql<number>`sum(known.numerator)`.as('numerator'), sql<number>`sum(known.denominator)`.as('denominator')] as const;

/** The hours of each client in each of these weeks of their stays. */
export async function hoursRows(context: Reading, question: CohortQuestion, weeks: readonly CohortWeek[]): Promise<CohortRow<HoursFact>[]> {
  const bounds = boundsOf(weeks);
  if (bounds === null) return [];
  const rows = await weeksIn(context, question, bounds)
    .select(['stay.stay_id', 'stay.client_id', 'known.week', 'known.delivered', 'known.offered'])
    .execute();
  return rows.map(({ stay_id, client_id, week, delivered, offered }) =>
    hoursRow(stay_id, { clientId: client_id, week, delivered, offered }),
  );
}

/** What a cohort's weeks add up to, each by itself: those without anything to count are not among them. */
export async function hoursByWeek(context: Reading, question: CohortQuestion, weeks: readonly CohortWeek[]): Promise<readonly WeekShare[]> {
  const bounds = boundsOf(weeks);
  if (bounds === null) return [];
  return weeksIn(context, question, bounds).select('known.week').select(sums).groupBy('known.week').execute();
}

/** What a cohort's weeks between two days add up to, as `tallyOf` says it of their rows. */
export async function hoursTally(context: Reading, question: CohortQuestion, span: Span | null): Promise<CohortTally> {
  if (span === null) return tallyOfCounts([], 0);
  const counts = await weeksIn(context, question, span)
    .select(['known.count_status', 'known.reason'])
    .select(sums)
    .select((eb) => eb.fn.countAll<number>().as('weeks'))
    .groupBy(['known.count_status', 'known.reason'])
    .orderBy('known.reason')
    .execute();
  const { people } = await weeksIn(context, question, span)
    .where('known.count_status', '<>', 'left-out')
    .select((eb) => eb.fn.count<number>('known.client_id').distinct().as('people'))
    .executeTakeFirstOrThrow();
  return tallyOfCounts(counts, people);
}

type Count = {
  readonly count_status: CountStatus;
  readonly reason: CountedReason | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly weeks: number;
};

function tallyOfCounts(counts: readonly Count[], people: number): CohortTally {
  const sum = (side: 'numerator' | 'denominator') => counts.reduce((total, count) => total + count[side], 0);
  const weeks = (status: CountStatus) => counts.reduce((total, count) => total + (count.count_status === status ? count.weeks : 0), 0);
  return {
    numerator: sum('numerator'),
    denominator: sum('denominator'),
    excluded: counts.flatMap(({ reason, weeks: count }) => (reason === null ? [] : [{ reason, count }])),
    separate: [],
    people,
    met: weeks('met'),
    notMet: weeks('not-met'),
    leftOut: weeks('left-out'),
  };
}

/** Some of the clients of a cohort whose weeks can't be trusted now, because something that they rest on was written since. */
export async function staleCounted(
  context: Reading,
  question: CohortQuestion,
  span: Span | null,
  most: number,
): Promise<readonly string[]> {
  if (span === null) return [];
  const rows = await context.db
    .with('stay', () => staysIn(context.db, context.actor, question))
    .selectFrom('client')
    .select('client.id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('stay')
          .select('stay.stay_id')
          .whereRef('stay.client_id', '=', 'client.id')
          .where('stay.opened_on', '<=', span.to)
          .where((of) => of.or([of('stay.closed_on', 'is', null), of('stay.closed_on', '>=', span.from)])),
      ),
    )
    .where(isStale('client', context.now))
    .orderBy('client.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
