import type pg from 'pg';
import { addDays } from '#domain/calendar/calendar.ts';
import { boundsOf, type CohortQuestion, type CohortSpan } from '#server/cohort/cohort-span.ts';
import type { Actor } from '#server/access/actor.ts';

type Sums = { read: number; unexpected: number; due: number; collected: number };

/** The same trends in plain SQL over the findings projection: no wall, no rule, nobody asking. Week by week, then added up. */
export async function bareTrend(pool: pg.Pool, actor: Actor, { program }: CohortQuestion, { weeks, today }: CohortSpan): Promise<Sums> {
  const bounds = boundsOf(weeks);
  if (bounds === null) return { read: 0, unexpected: 0, due: 0, collected: 0 };
  const whose =
    actor.role === 'director' ? 'e.program_id in (select program_id from staff_program where staff_id = $1)' : 'e.therapist_id = $1';
  const stay = `with stay as (select e.client_id, e.opened_on, e.closed_on from episode e join client c on c.organization_id = e.organization_id and c.id = e.client_id
    where c.superseded_by is null and ${whose} and ($4::uuid is null or e.program_id = $4))`;
  const inStay = (of: string, on: string) =>
    `exists (select from stay where stay.client_id = ${of}.client_id and stay.opened_on <= ${on} and (stay.closed_on is null or stay.closed_on >= ${on}))`;
  const { rows } = await pool.query<Sums>(
    `${stay} select date_trunc('week', s.collected_on::timestamp)::date as week,
      count(*) filter (where s.outcome = 'collected' and s.scheduled and r.interpretable)::int as read,
      count(*) filter (where s.outcome = 'collected' and s.scheduled and r.interpretable and exists (select from unnest(r.unexpected) analyte where not exists (
        select from adjustment_result l join adjustment a on a.organization_id = l.organization_id and a.id = l.adjustment_id
        where l.organization_id = s.organization_id and l.screen_id = s.id and l.analyte = analyte and a.explained_at is not null)))::int as unexpected,
      count(*) filter (where s.scheduled and s.outcome not in ('excused', 'cancelled-by-program'))::int as due,
      count(*) filter (where s.scheduled and s.outcome = 'collected')::int as collected
    from screen s left join screen_reading r on r.organization_id = s.organization_id and r.screen_id = s.id
    where s.collected_on between $2 and $3 and not exists (select from screen l where l.organization_id = s.organization_id and l.amends_id = s.id)
      and ${inStay('s', 's.collected_on')} group by 1`,
    [actor.staffId, bounds.from, bounds.to, program ?? null],
  );
  const unmet = await pool.query<{ due: number }>(
    `${stay} select date_trunc('week', t.due_on::timestamp)::date as week, count(*)::int as due from screen_slot t
    where t.reason = 'scheduled' and t.opens_at <= now() and t.withdrawn_at is null and t.due_on between $2 and $3 and not exists (select from screen s where s.organization_id = t.organization_id and s.slot_id = t.id)
      and ${inStay('t', 't.due_on')} group by 1`,
    [actor.staffId, bounds.from, earlier(bounds.to, addDays(today, -4)), program ?? null],
  );
  const sum = (side: keyof Sums) => rows.reduce((total, row) => total + row[side], 0);
  return {
    read: sum('read'),
    unexpected: sum('unexpected'),
    due: sum('due') + unmet.rows.reduce((total, row) => total + row.due, 0),
    collected: sum('collected'),
  };
}

const earlier = <T extends string>(a: T, b: T): T => (a < b ? a : b);
