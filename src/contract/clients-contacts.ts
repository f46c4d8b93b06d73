import * as z from 'zod/mini';
import { contactMethods } from '#domain/adjustments/open.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, Id, InstantText, words } from './scalars.ts';

/** When something happened: now, by the server's clock, or at a moment that the person gives. */
export const WhenGiven = z.union([z.literal('now'), InstantText], { error: 'Say when: now, or a moment such as 2026-03-09T14:05:00Z.' });

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
