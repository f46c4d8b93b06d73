import { createHash } from 'node:crypto';
import { sql } from 'kysely';
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
    .select(['request_hash', 'answer', 'changed_nouns'])
    .where('staff_id', '=', actor.staffId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .executeTakeFirst();
  if (earlier !== undefined) {
    if (earlier.request_hash !== hash) throw new Refusal('key-reused');
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
    })
    .execute();
  return { answer: made, changed };
}
