import { sql, type RawBuilder } from 'kysely';
import { statusesPresent, treatmentServices } from '#domain/attendance/delivered-minutes.ts';
import { addDays, dayAt, openDayAfter, type Day, type Instant } from '#domain/calendar/calendar.ts';
import type { TaskKind } from '#domain/caseload/task-kinds.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export type TaskRow = { readonly client_id: string; readonly kind: TaskKind; readonly tier: number; readonly due_at: Instant | null };

/** The order of Today: tier, then clock. */
export const byClock = (a: TaskRow, b: TaskRow): number => a.tier - b.tier || (a.due_at ?? '~').localeCompare(b.due_at ?? '~');

type Ids = readonly string[] | null;

const among = (column: string, ids: Ids): RawBuilder<unknown> =>
  ids === null ? sql`true` : sql`${sql.ref(column)} = any (${ids}::uuid[])`;

type Reading = Pick<Context, 'now' | 'zone' | 'settings' | 'open'>;

const came = sql`a.status = any(${statusesPresent}::text[])`;
const treatment = sql`s.service = any(${treatmentServices}::text[])`;
const session = sql`session s on s.organization_id = a.organization_id and s.id = a.session_id and ${treatment}`;

/** Present for half of the session's minutes, or at all where its times aren't known: care has started. */
const begun = sql`exists (select from attendance a join ${session} where a.organization_id = e.organization_id and a.client_id = e.client_id
  and a.session_on >= e.opened_on and ${came} and s.cancelled_because is null and (not s.times_known or (a.minutes is null and a.status = 'present')
  or a.minutes * 2 >= extract(epoch from s.ends_at - s.starts_at) / 60 - s.break_minutes))`;

/**
 * What is owed to clients in care, for ten thousand of them in one statement: the rules of Today's first six reasons in SQL. Today itself reads the domain's,
 * and a test holds both to the same answers. `ids` narrows it to some clients; null is everybody.
 */
export function tasksOf(ids: Ids, reading: Reading, kind: TaskKind | 'any' = 'any'): RawBuilder<TaskRow> {
  const today = dayAt(reading.now, reading.zone);
  const parts: readonly (readonly [readonly TaskKind[], () => RawBuilder<unknown>])[] = [
    [['safety'], () => safety(ids)],
    [['lost-contact'], () => lostContact(ids, reading)],
    [['authorization'], () => authorizationDue(ids, reading)],
    [['talk', 'sign', 'follow-up'], () => adjustmentSteps(ids, today)],
  ];
  const wanted = parts.filter(([kinds]) => kind === 'any' || kinds.includes(kind)).map(([, part]) => part());
  return sql<TaskRow>`select o.client_id, o.kind, o.tier, o.due_at from (${sql.join(wanted, sql` union all `)}) o(client_id, kind, tier, due_at, adjustment_id)
    join episode e on e.client_id = o.client_id and e.closed_on is null and (o.kind = 'safety' or ${begun})
    where (${kind} = 'any' or o.kind = ${kind}) and (o.kind = 'safety' or not exists (select from snooze z where z.client_id = o.client_id and z.need = o.kind
      and z.adjustment_id is not distinct from o.adjustment_id and z.until_on > ${today}))`;
}

const safety = (ids: Ids): RawBuilder<unknown> =>
  sql`select client_id, 'safety', 1, opened_at, null::uuid from safety_concern where closed_at is null and ${among('client_id', ids)}`;

const adjustmentSteps = (
  ids: Ids,
  today: Day,
): RawBuilder<unknown> => sql`select client_id, step.kind, step.tier, step.due_at, id from adjustment cross join lateral (select
    case when signed_at is not null then 'follow-up' when talked_at is null then 'talk' else 'sign' end as kind,
    case when signed_at is not null then 6 when talked_at is null then 4 else 5 end as tier,
    case when signed_at is not null then null when talked_at is null then talk_due_at else sign_due_at end as due_at) step
  where amended_at is null and outcome_at is null and explained_at is null and (signed_at is null or follow_up_on <= ${today}) and ${among('client_id', ids)}`;

/** Not on leave, and the last two sessions missed since anybody spoke with them, or nobody saw or spoke with them for a week. */
function lostContact(ids: Ids, { now, zone, settings }: Reading): RawBuilder<unknown> {
  const today = dayAt(now, zone);
  const since = addDays(today, -settings.lostContactDays);
  return sql`select e.client_id, 'lost-contact', 2, null::timestamptz, null::uuid from episode e
    left join (select client_id, bool_or(${came}) as came, count(*) filter (where status = 'absent') as missed from attendance a
      where session_on > ${since} and session_on <= ${today} and ${among('client_id', ids)} group by client_id) week on week.client_id = e.client_id
    left join lateral (select max(at) as at from contact c where c.client_id = e.client_id and c.two_way and c.method not in ('voicemail', 'letter')) spoke on true
    left join lateral (select s.starts_at from attendance a join ${session} where a.client_id = e.client_id and a.session_on >= e.opened_on and ${came}
      order by a.session_on desc, s.starts_at desc limit 1) seen on true
    left join lateral (select count(*) as missed, max(starts_at) as last_at from (select a.status, s.starts_at from attendance a join ${session}
        where a.client_id = e.client_id and a.session_on >= e.opened_on and a.session_on <= ${today} and s.starts_at <= ${now} and s.cancelled_because is null
          and (${came} or (a.status = 'absent' and not a.make_up and not exists (select from leave_span l where l.client_id = e.client_id
            and l.from_on <= a.session_on and (l.to_on is null or l.to_on >= a.session_on))))
        order by a.session_on desc, s.starts_at desc limit 2) last_two where status = 'absent') run on true
    left join lateral (select max(to_on) + 1 as on_day from leave_span l where l.client_id = e.client_id and l.to_on < ${today}) back on true
    where e.closed_on is null and ${among('e.client_id', ids)} and (week.came is not true or week.missed >= 2)
      and not exists (select from leave_span l where l.client_id = e.client_id and l.from_on <= ${today} and (l.to_on is null or l.to_on >= ${today}))
      and ((run.missed = 2 and coalesce(greatest(spoke.at, seen.starts_at) < run.last_at, true))
        or greatest((greatest(spoke.at, seen.starts_at) at time zone ${zone})::date, back.on_day) <= ${since})`;
}

/** The earliest review or end of an authorization that has begun and that no other follows, within the next open day. */
function authorizationDue(ids: Ids, { now, zone, settings, open }: Reading): RawBuilder<unknown> {
  const today = dayAt(now, zone);
  return sql`select client_id, 'authorization', 3, null::timestamptz, null::uuid from (
      select a.client_id, min(coalesce(case when a.next_review_on <= a.to_on then a.next_review_on end, a.to_on)) as by_day from payer_authorization a
      cross join lateral (select exists (select from payer_authorization later where later.client_id = a.client_id and later.id <> a.id
        and later.from_on <= a.to_on + 1 and later.to_on > a.to_on) as followed) f
      where a.from_on <= ${today} and not a.needs_no_more and ${among('a.client_id', ids)}
        and not (f.followed and (a.next_review_on is null or a.next_review_on > a.to_on or a.to_on < ${today}))
      group by a.client_id) due
    where by_day <= ${openDayAfter(today, settings.authorizationOpenDays, open)}`;
}
