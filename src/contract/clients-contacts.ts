import * as z from 'zod/mini';
import { contactMethods } from '#domain/adjustments/open.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, Id, WhenGiven, words } from './scalars.ts';

export const contacts = {
  /** One try at reaching a client. Only two-way contact is contact; a voicemail or a letter never is. */
  record: endpoint({
    method: 'POST',
    path: '/clients/:clientId/contacts',
    input: z.strictObject({
      clientId: ClientId,
      method: z.enum(contactMethods, { error: 'Choose how you tried.' }),
      twoWay: z.boolean({ error: 'Say whether you spoke with each other.' }),
      note: z.optional(words(500)),
      at: WhenGiven,
    }),
    output: z.object({ id: Id, attempts: z.number(), reachingOut: z.boolean() }),
    refuses: ['input-invalid', 'client-unknown'],
    idempotent: true,
  }),
};
