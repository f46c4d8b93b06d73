import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { maySnooze, notSnoozed, type Snooze } from '#domain/caseload/snooze.ts';
import { goodNewsOf } from '#domain/caseload/good-news.ts';
import { needKinds, ordered } from '#domain/caseload/order.ts';
import { snoozeRefusalWords } from '#domain/caseload/snooze-words.ts';
import type { Database } from '#server/database/pool.ts';
import { caseloadOf, type CaseloadClient } from './caseload.rows.ts';
import { factsOf, type Loaded } from './client-facts.rows.ts';
import { byClient } from '#server/clients/by-client.ts';
import { rowOf } from './caseload-row.ts';
import { clientFor } from '#server/clients/clients.guards.ts';
import { needsIn } from './client-needs.ts';
import { calledName } from '#server/clients/client-names.ts';
import { coverageShownFor, type CoverageShown } from '#server/coverage/covering-for.rows.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { notificationGiven } from '#server/safety/notification.guards.ts';
import { notifyUnansweredConcerns } from '#server/safety/notifications.store.ts';

export const caseload: ProceduresOf<Contract['caseload']> = {
  today: async ({ for: requested }, context) => {
    const { actor, now, zone, record } = context;
    const whose = requested ?? (actor.role === 'therapist' ? 'me' : 'team');
    const clients = await record.seen(caseloadOf(context.db, actor, whose));
    const facts = await factsOf(
      clients.map((client) => ({ ...client, called: calledName(client) })),
      context,
    );
    const snoozes = await snoozesOf(context, clients);
    const team = await coverageShownFor(context, clients);
    const rows = clients.flatMap((client) => {
      const found = facts.get(client.client_id);
      return found === undefined ? [] : [needing(client, found, snoozes.get(client.client_id) ?? [], team(client), context)];
    });
    return { asOf: now, today: dayAt(now, zone), timeZone: zone, whose, phases: 4, clients: [...ordered(rows)] };
  },

  snooze: async ({ clientId, need, adjustmentId, reason, until, supervisor }, context) => {
    const { db, actor, now, zone, settings, record } = context;
    await clientFor(db, actor, clientId);
    const [refusal] = maySnooze({ kind: need, until, reason, supervisor: supervisor ?? null }, dayAt(now, zone), settings);
    if (refusal !== undefined) throw refuseField(...snoozeRefusalWords[refusal]);
    if (adjustmentId !== undefined && !(await isOf(db, clientId, adjustmentId)))
      throw refuseField('adjustmentId', 'This client has no such adjustment. Load the page again.');
    await db
      .insertInto('snooze')
      .values({
        organization_id: actor.organizationId,
        client_id: clientId,
        need,
        adjustment_id: adjustmentId ?? null,
        reason,
        from_at: now,
        until_on: until,
        by: actor.staffId,
        supervisor: supervisor ?? null,
      })
      .execute();
    await record.changed('caseload', [clientId]);
    return {};
  },

  recordNotification: async ({ clientId, notified }, context) => {
    const { db, actor, record } = context;
    await clientFor(db, actor, clientId);
    if (!(await notifyUnansweredConcerns(clientId, notificationGiven(notified, context), context)))
      throw new Refusal('wrong-state', 'No open concern of this client waits for this. Load the page again to see who was told.');
    await record.changed('caseload', [clientId]);
    return {};
  },
};

async function isOf(db: Database, clientId: string, adjustmentId: string): Promise<boolean> {
  const found = await db
    .selectFrom('adjustment')
    .select('id')
    .where('client_id', '=', clientId)
    .where('id', '=', adjustmentId)
    .executeTakeFirst();
  return found !== undefined;
}

function needing(client: CaseloadClient, facts: Loaded, snoozes: readonly Snooze[], team: CoverageShown, context: Context) {
  const { now, zone, settings } = context;
  const today = dayAt(now, zone);
  const all = needsIn(facts, context);
  const needs = notSnoozed(all, snoozes, today);
  const away = needs.length === 0 && all.length > 0 ? (snoozes.find(({ until }) => until > today) ?? null) : null;
  return rowOf(client, facts, { needs, goodNews: goodNewsOf(facts, now, settings, zone), away, today, ...team });
}

async function snoozesOf({ db }: Context, clients: readonly CaseloadClient[]): Promise<Map<string, Snooze[]>> {
  if (clients.length === 0) return new Map();
  const ids = clients.map((client) => client.client_id);
  const rows = await db.selectFrom('snooze').selectAll().where('client_id', 'in', ids).orderBy('from_at').execute();
  return byClient(rows, (row) => ({
    kind: needKinds.find((kind) => kind === row.need) ?? 'review',
    adjustmentId: row.adjustment_id,
    until: row.until_on,
    reason: row.reason,
    supervisor: row.supervisor,
  }));
}
