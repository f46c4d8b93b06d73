import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import { Refusal } from './refusal.ts';
import { withTenant } from './tenant-transaction.ts';

/**
 * Answers about the client who was asked for; where their chart was merged into another meanwhile, about the chart that stands.
 * Old addresses, and forms that were open during a merge, so lead where the person is. Nothing is asked of the database where the first answer is one.
 */
export async function followingMergedClient<T>(
  db: Database,
  actor: Actor,
  now: Instant,
  input: unknown,
  answer: (input: unknown) => Promise<T>,
): Promise<T> {
  try {
    return await answer(input);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'client-unknown' || !namesClient(input)) throw error;
    const surviving = await withTenant(db, actor.organizationId, now, (tenantDb) =>
      tenantDb.selectFrom('client').select('superseded_by').where('id', '=', input.clientId).executeTakeFirst(),
    );
    if (surviving === undefined || surviving.superseded_by === null) throw error;
    return answer({ ...input, clientId: surviving.superseded_by });
  }
}

const namesClient = (input: unknown): input is { readonly clientId: string } =>
  typeof input === 'object' && input !== null && 'clientId' in input && typeof input.clientId === 'string';
