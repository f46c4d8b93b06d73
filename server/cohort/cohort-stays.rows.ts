import { dayAt, addDays, daysBetween, weekOf, type Day } from '#domain/calendar/calendar.ts';
import { closedWeeks, type CohortWeek } from '#domain/cohort/weeks.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor, Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** What a cohort is asked for: between which days, at which site, in which program. */
export type CohortQuestion = {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly site?: string | undefined;
  readonly program?: string | undefined;
};

/** The question with its gaps filled, and the closed weeks in it. */
export type CohortSpan = { readonly from: Day; readonly to: Day; readonly today: Day; readonly weeks: readonly CohortWeek[] };

const usualWeeks = 26;
const mostWeeks = 106;

/** From the Monday of the 26th closed week back to today, unless asked otherwise. Refuses a span that ends before it begins, and one of over two years. */
export function spanOf({ from, to }: CohortQuestion, { now, zone }: Pick<Context, 'now' | 'zone'>): CohortSpan {
  const today = dayAt(now, zone);
  const last = to ?? today;
  const first = from ?? addDays(weekOf(last < today ? last : today), -7 * usualWeeks);
  if (first > last) throw refuseField('from', 'Choose a first day that is not after the last.');
  if (daysBetween(first, last) > mostWeeks * 7) throw refuseField('from', 'Choose at most two years.');
  return { from: first, to: last, today, weeks: closedWeeks(first, last, today) };
}

/** The Monday and the Sunday between which these weeks lie; null where there are none. */
export function boundsOf(weeks: readonly CohortWeek[]): { from: Day; to: Day } | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.week, to: addDays(last.week, 6) };
}

/**
 * Stays in care that an actor may count: for a director those in the programs that they work in, for a therapist their own caseload alone.
 * An event counts through the stay that it fell in, so that a client who moved on takes nothing along.
 */
export function staysIn(db: Database, actor: Actor, { site, program }: CohortQuestion) {
  return db
    .selectFrom('episode')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'episode.organization_id').onRef('client.id', '=', 'episode.client_id'),
    )
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'episode.organization_id').onRef('care_group.id', '=', 'episode.group_id'),
    )
    .select(['episode.id as stay_id', 'episode.client_id', 'episode.opened_on', 'episode.closed_on', 'care_group.weekdays'])
    .where('client.superseded_by', 'is', null)
    .where((eb) =>
      actor.role === 'director'
        ? eb(
            'episode.program_id',
            'in',
            eb.selectFrom('staff_program').select('staff_program.program_id').where('staff_program.staff_id', '=', actor.staffId),
          )
        : eb('episode.therapist_id', '=', actor.staffId),
    )
    .$if(program !== undefined, (query) => query.where('episode.program_id', '=', program ?? ''))
    .$if(site !== undefined, (query) => query.where((eb) => eb(eb.fn.coalesce('episode.site_id', 'care_group.site_id'), '=', site ?? '')));
}
