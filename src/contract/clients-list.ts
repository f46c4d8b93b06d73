import * as z from 'zod/mini';
import { needKinds } from '#domain/caseload/order.ts';
import { careStatuses } from '#domain/clients/record.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, Id, InstantOut } from './scalars.ts';

const whole = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most, { error: `Use at most ${most}.` }));

/** A line of the list. Phase, therapist and what is owed stay null for those who see the roster alone. */
export const ClientListed = z.object({
  clientId: ClientId,
  name: z.string(),
  lastName: z.string(),
  pronouns: z.nullable(z.string()),
  chartNumber: z.string(),
  bornOn: z.nullable(DayOut),
  program: z.nullable(z.string()),
  group: z.nullable(z.string()),
  therapist: z.nullable(z.string()),
  phase: z.nullable(z.number()),
  careStatus: z.enum(careStatuses),
  inCare: z.boolean(),
  /** The first reason of Today, and how many more there are. */
  task: z.nullable(z.object({ kind: z.enum(needKinds), dueAt: z.nullable(InstantOut), more: z.number() })),
  /** What Today asks for is not known yet: it is neither nothing nor what was asked before. */
  beingWorkedOut: z.boolean(),
});
export type ClientListed = z.infer<typeof ClientListed>;

export const clientList = {
  /** What is typed travels in the body, never in an address. */
  search: endpoint({
    method: 'POST',
    path: '/clients/search',
    input: z.strictObject({
      text: z.string().check(z.trim(), z.maxLength(100, { error: 'Use at most 100 characters.' })),
      careStatus: z.optional(z.enum([...careStatuses, 'any'])),
      programId: z.optional(Id),
      siteId: z.optional(Id),
      groupId: z.optional(Id),
      therapistId: z.optional(z.union([Id, z.literal('none')])),
      phase: z.optional(whole(1, 20)),
      task: z.optional(z.enum([...needKinds, 'any'])),
      sort: z.optional(z.enum(['name', 'need'])),
      from: z.optional(whole(0, 1_000_000)),
      most: z.optional(whole(1, 200)),
    }),
    output: z.object({
      asOf: InstantOut,
      timeZone: z.string(),
      total: z.number(),
      beingWorkedOut: z.number(),
      clients: z.array(ClientListed),
    }),
    refuses: ['input-invalid'],
  }),
};
export type ClientsRequested = z.input<typeof clientList.search.input>;
