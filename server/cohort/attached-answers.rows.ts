import { sql } from 'kysely';
import { attachedDueAt } from '#domain/adjustments/attached.ts';
import { dayAt, earliest, type Day, type Instant } from '#domain/calendar/calendar.ts';
import type { AttachedFact } from '#domain/cohort/measures.ts';
import { attachedOf } from '#server/adjustments/attached-results.rows.ts';
import { sessionsSince } from '#server/attendance/attendance.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { staysIn } from './cohort-stays.rows.ts';
import type { CohortQuestion } from './cohort-span.ts';
import { isLastStayBy } from './responses.rows.ts';

type Reading = Pick<Context, 'db' | 'actor' | 'zone' | 'settings' | 'open'>;

type Row = {
  readonly adjustment_id: string;
  readonly client_id: string;
  readonly attached_at: Instant;
  readonly after_signature: boolean;
  readonly sign_due_at: Instant;
  readonly signed_at: Instant | null;
  readonly explained_at: Instant | null;
};

/** Results of the span that attached to an adjustment instead of opening one, each with its own due time: the adjustment's where its signature answers them. */
export async function attachedRowsIn(context: Reading, question: CohortQuestion, span: { from: Day; to: Day }): Promise<AttachedFact[]> {
  const rows = await attachedIn(context, question, span);
  const later = rows.filter(({ after_signature }) => after_signature);
  const clientIds = [...new Set(later.map(({ client_id }) => client_id))];
  const attached = await attachedOf(context.db, clientIds);
  const since = earliest(later.map(({ attached_at }) => dayAt(attached_at, context.zone)));
  const sessions = since === null ? new Map() : await sessionsSince(context.db, new Map(clientIds.map((id) => [id, since])));
  return rows.map((row): AttachedFact => {
    if (!row.after_signature)
      return {
        dueAt: row.sign_due_at,
        answeredAt: row.signed_at ?? row.explained_at,
        explained: row.signed_at === null && row.explained_at !== null,
      };
    const answered = attached.get(row.adjustment_id)?.find(({ attachedAt }) => attachedAt === row.attached_at)?.answeredAt ?? null;
    return { dueAt: attachedDueAt(row.attached_at, sessions.get(row.client_id) ?? [], context), answeredAt: answered, explained: false };
  });
}

/** One row for each screen that attached, as it was first tied; a screen that was corrected away isn't here. */
async function attachedIn(
  { db, actor, zone }: Reading,
  question: CohortQuestion,
  { from, to }: { from: Day; to: Day },
): Promise<readonly Row[]> {
  const receivedOn = sql<Day>`(link.attached_at at time zone ${zone})::date`;
  const { rows } = await sql<Row>`with stay as (${staysIn(db, actor, question)})
    select link.adjustment_id, adjustment.client_id, min(link.attached_at) as attached_at, bool_or(link.after_signature) as after_signature,
      adjustment.sign_due_at, adjustment.signed_at, adjustment.explained_at
    from adjustment_result link
      join adjustment on adjustment.organization_id = link.organization_id and adjustment.id = link.adjustment_id
      join screen on screen.organization_id = link.organization_id and screen.id = link.screen_id
      join stay on stay.client_id = adjustment.client_id
    where adjustment.amended_at is null and screen.id is distinct from adjustment.screen_id
      and ${receivedOn} between ${from}::date and ${to}::date and ${isLastStayBy(receivedOn)}
      and not exists (select from adjustment_result before where before.organization_id = link.organization_id
        and before.adjustment_id = link.adjustment_id and before.screen_id = screen.amends_id)
      and not exists (select from screen later where later.organization_id = screen.organization_id and later.amends_id = screen.id
        and not exists (select from adjustment_result again where again.organization_id = link.organization_id
          and again.adjustment_id = link.adjustment_id and again.screen_id = later.id))
    group by link.adjustment_id, link.screen_id, adjustment.client_id, adjustment.sign_due_at, adjustment.signed_at, adjustment.explained_at
    order by 3`.execute(db);
  return rows;
}
