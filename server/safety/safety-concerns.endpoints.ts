import type { Contract } from '#contract/index.ts';
import { closeProblem } from '#domain/safety/close-concern.ts';
import { closeProblemWords } from '#domain/safety/words.ts';
import { clientFor, inCare } from '#server/clients/clients.guards.ts';
import { calledName } from '#server/clients/client-names.ts';
import { concernOf, concernsOnRecord } from './safety-concerns.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

export const safetyConcerns: ProceduresOf<Contract['safetyConcerns']> = {
  ofClient: async ({ clientId }, { db, actor, now, zone, record }) => {
    const rows = await record.seen(concernsOnRecord(db, actor, clientId));
    const [client] = rows;
    if (client === undefined) throw new Refusal('client-unknown');
    return { clientId, asOf: now, timeZone: zone, called: calledName(client), concerns: rows.flatMap(concernOf) };
  },

  raise: async ({ clientId, kind, source, summary, notified, notifiedAt }, context) => {
    const { db, actor, now, record } = context;
    await clientFor(db, actor, clientId);
    await inCare(clientId, context);
    if (notifiedAt > now) throw refuseField('notifiedAt', 'That time is still to come. Say when you told them.');
    const { id } = await db
      .insertInto('safety_concern')
      .values({
        organization_id: actor.organizationId,
        client_id: clientId,
        opened_at: now,
        trigger: kind,
        notified: notified,
        notified_at: notifiedAt,
        recorded_by: actor.staffId,
        closed_at: null,
        source,
        source_summary: summary,
        raised_by: actor.staffId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record.changed('safety-concerns', [clientId]);
    return { concernId: id };
  },

  close: async ({ clientId, concernIds, summary, at }, { db, actor, now, record }) => {
    await clientFor(db, actor, clientId);
    const wanted = [...new Set(concernIds)];
    const open = await db
      .selectFrom('safety_concern')
      .select(['id', 'opened_at', 'closed_at'])
      .where('client_id', '=', clientId)
      .where('id', 'in', wanted)
      .forUpdate()
      .execute();
    if (open.length < wanted.length) throw refuseField('concernIds', 'This client has no such concern. Load the page again.');
    if (open.some(({ closed_at }) => closed_at !== null))
      throw new Refusal('wrong-state', 'Somebody closed this concern already. Load the page again to read what was done.');
    const latest = open.map(({ opened_at }) => opened_at).reduce((a, b) => (a > b ? a : b));
    const problem = closeProblem(summary, at, latest, now);
    if (problem !== null) throw refuseField(...closeProblemWords[problem]);
    await db
      .updateTable('safety_concern')
      .set({ closed_at: at, closed_summary: summary, closed_by: actor.staffId })
      .where('client_id', '=', clientId)
      .where('id', 'in', wanted)
      .execute();
    await record.changed('safety-concerns', [clientId]);
    return { closed: wanted.length };
  },
};
