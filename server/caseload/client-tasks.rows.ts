import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { NeedKind } from '#domain/caseload/order.ts';

/** The order of one client's tasks: by tier, then what attached to an answered result last, then the clock. */
export const withinTiers = sql`tier, kind = 'attached', due_at nulls last`;

const lastsAt = (now: Instant) => sql`from_at <= ${now}::timestamptz and until_at > ${now}::timestamptz`;

/** The first task of each client that stands at a moment and isn't put off, of one kind or of any, and how many they have. */
export const firstTasks = (now: Instant, kind: NeedKind | 'any' = 'any'): RawBuilder<unknown> => sql`(
  select distinct on (client_id) client_id, kind, tier, due_at, (count(*) over (partition by client_id))::int as tasks from client_task
  where ${lastsAt(now)} and not snoozed and ${kind === 'any' ? sql`true` : sql`kind = ${kind}`} order by client_id, ${withinTiers})`;

/** The same for one client of a statement that has found its few clients already. */
export const firstTaskOf = (client: RawBuilder<unknown>, now: Instant): RawBuilder<unknown> => sql`(
  select kind, due_at, (count(*) over ())::int as tasks from client_task
  where client_id = ${client} and ${lastsAt(now)} and not snoozed order by ${withinTiers} limit 1)`;
