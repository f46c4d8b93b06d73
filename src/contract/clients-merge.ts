import * as z from 'zod/mini';
import { careStatuses, takenFields } from '#domain/clients/record.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, words } from './scalars.ts';

/** One of two charts that may be one person's. */
const Side = z.object({
  clientId: ClientId,
  version: z.number(),
  name: z.string(),
  careStatus: z.enum(careStatuses),
  firstName: z.string(),
  lastName: z.string(),
  preferredName: z.nullable(z.string()),
  pronouns: z.nullable(z.string()),
  bornOn: z.nullable(DayOut),
  chartNumber: z.string(),
  language: z.nullable(z.string()),
  interpreter: z.nullable(z.boolean()),
  episodes: z.array(z.string()),
});

export const ChartsCompared = z.object({
  surviving: Side,
  merged: Side,
  /** How many rows of each kind either chart holds: those of the merged one move. */
  holds: z.array(z.object({ what: z.string(), surviving: z.number(), merged: z.number() })),
  /** What only one row may say. `keeps` is null where a person has to choose. */
  conflicts: z.array(
    z.object({
      key: z.string(),
      about: z.string(),
      surviving: z.string(),
      merged: z.string(),
      keeps: z.nullable(z.enum(['surviving', 'merged', 'both', 'left'])),
    }),
  ),
  /** What happens to two open episodes; null where there are not two. */
  joins: z.nullable(z.string()),
  /** Why they can't be merged yet, and what to mend first. */
  blocked: z.nullable(z.string()),
});
export type ChartsCompared = z.infer<typeof ChartsCompared>;

export const chartMerges = {
  compare: endpoint({
    method: 'GET',
    path: '/clients/:clientId/merges/:otherId',
    input: z.strictObject({ clientId: ClientId, otherId: ClientId }),
    output: ChartsCompared,
    refuses: ['client-unknown', 'wrong-state'],
  }),
  /** The chart in the address survives; the other is merged into it, and can't be parted again. */
  merge: endpoint({
    method: 'POST',
    path: '/clients/:clientId/merges',
    input: z.strictObject({
      clientId: ClientId,
      otherId: ClientId,
      otherVersion: z.number(),
      why: words(500),
      take: z.array(z.enum(takenFields)).check(z.maxLength(takenFields.length)),
      choices: z.record(z.string().check(z.maxLength(32)), z.enum(['surviving', 'merged'])),
    }),
    output: z.object({ clientId: ClientId }),
    refuses: ['input-invalid', 'client-unknown', 'stale', 'wrong-state'],
    idempotent: true,
    versioned: true,
  }),
  /** Two charts that look like one person's and are not. Said once, they are not asked about again. */
  markNotDuplicate: endpoint({
    method: 'POST',
    path: '/clients/:clientId/not-same',
    input: z.strictObject({ clientId: ClientId, otherId: ClientId, why: words(500) }),
    output: z.object({}),
    refuses: ['input-invalid', 'client-unknown'],
    idempotent: true,
  }),
};
