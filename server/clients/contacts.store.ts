import type { Contract } from '#contract/index.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

type Given = Parameters<Procedure<Contract['contacts']['record']>>[0];
type NewContact = Pick<Given, 'clientId' | 'method' | 'twoWay'> & { readonly at: Instant; readonly note: string | null };

/** Keeps a contact or an attempt at one, by whoever writes it down; answers its id. */
export async function insertContact(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { clientId, at, method, twoWay, note }: NewContact,
): Promise<string> {
  const { id } = await db
    .insertInto('contact')
    .values({ organization_id: actor.organizationId, client_id: clientId, at, method, two_way: twoWay, note, by: actor.staffId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
