import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from './endpoint-handler.ts';
import { Refusal } from './refusal.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An answer, and what a page has to ask again because of it. */
export type Answer = { readonly answer: unknown; readonly changed: readonly string[] };

/** Answers a repeat as the first was answered. The key is kept in the transaction of what it made, so both are there or neither. */
export async function withIdempotencyKey(
  context: Context,
  endpoint: string,
  request: Request,
  input: unknown,
  answer: () => Promise<unknown>,
): Promise<Answer> {
  // One key in capitals and in small letters is one key, for the lock as for the table.
  const key = request.headers.get('idempotency-key')?.toLowerCase();
  if (key === undefined || !uuid.test(key)) throw new Refusal('key-missing', 'Send a UUID that belongs to this one form.');
  const { db, actor } = context;
  const hash = createHash('sha256')
    .update(JSON.stringify({ input, version: context.version }))
    .update(context.file ?? '')
    .digest('hex');
  // Two that arrive together take turns; the lock ends with the transaction.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organizationId}/${actor.staffId}/${endpoint}/${key}`}, 0))`.execute(
    db,
  );
  const earlier = await db
    .selectFrom('idempotency_record')
    .select(['request_hash', 'answer', 'changed_nouns', 'client_ids'])
    .where('staff_id', '=', actor.staffId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .executeTakeFirst();
  if (earlier !== undefined) {
    if (earlier.request_hash !== hash) throw new Refusal('key-reused');
    await refuseOutOfReach(context, earlier.client_ids);
    return { answer: earlier.answer, changed: earlier.changed_nouns };
  }
  const made = await answer();
  const changed = context.record.nounsToAskAgain();
  await db
    .insertInto('idempotency_record')
    .values({
      organization_id: actor.organizationId,
      staff_id: actor.staffId,
      endpoint,
      key,
      request_hash: hash,
      answer: JSON.stringify(made),
      changed_nouns: [...changed],
      client_ids: await withinReach(context, context.record.clientsChanged()),
      at: context.now,
    })
    .execute();
  return { answer: made, changed };
}

/** Those of the clients that the actor may open. A write may hand a client on to others: its sender is still told that it was done. */
async function withinReach({ db, actor }: Context, clientIds: readonly string[]): Promise<string[]> {
  if (clientIds.length === 0) return [];
  const reached = await db
    .selectFrom('client')
    .select('client.id')
    .where((eb) => eb('client.id', '=', sql<string>`any(${[...clientIds]}::uuid[])`))
    .where(clientsOf(actor))
    .execute();
  return reached.map(({ id }) => id);
}

/** A stored answer is given to whoever may still open the clients that it is about, wherever their charts were merged into since. */
async function refuseOutOfReach(context: Context, clientIds: readonly string[]): Promise<void> {
  if (clientIds.length === 0) return;
  const charts = await context.db
    .selectFrom('client')
    .select((eb) => eb.fn.coalesce('superseded_by', 'id').as('id'))
    .where((eb) => eb('id', '=', sql<string>`any(${[...clientIds]}::uuid[])`))
    .execute();
  const surviving = new Set(charts.map(({ id }) => id));
  const reached = await withinReach(context, [...surviving]);
  if (reached.length < surviving.size) throw new Refusal('client-unknown');
}

/** Forgets answers from before a moment. */
export async function deleteIdempotencyRecords(db: Database, before: Instant): Promise<void> {
  await db.deleteFrom('idempotency_record').where('at', '<', before).execute();
}
