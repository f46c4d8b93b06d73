import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** What a page has to ask again. Holds no client data, and keeps no session alive. */
export const changes = {
  /** `seq` is where to go on from. What was still being written then may be told twice, and is never left out. */
  since: endpoint({
    method: 'GET',
    path: '/changes',
    input: z.strictObject({ since: z.optional(z.string().check(z.regex(/^\d{1,15}$/, { error: 'Write a whole number.' }))) }),
    output: z.object({ seq: z.number(), nouns: z.array(z.string()) }),
    refuses: [],
  }),
};
