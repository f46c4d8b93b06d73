import { sql } from 'kysely';
import { recordMessages } from '#domain/clients/words.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { numberTaken } from './duplicates.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/**
 * Refuses a chart number that another chart has: one that this actor may open, or one out of their reach, of which nothing else is said.
 * Two who ask for one number take turns, so that the second is told which field to mend.
 */
export async function claimNumber(number: string, field: string, except: string | null, { db, actor }: Pick<Context, 'db' | 'actor'>) {
  const plain = number.toLowerCase();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organizationId}/chart/${plain}`}, 0))`.execute(db);
  if (!(await numberTaken(db, number, except))) return;
  const open = await db
    .selectFrom('client')
    .select('id')
    .where(sql`lower(chart_number)`, '=', plain)
    .where(clientsOf(actor))
    .executeTakeFirst();
  throw refuseField(field, open === undefined ? recordMessages.takenOutOfReach : recordMessages.taken);
}
