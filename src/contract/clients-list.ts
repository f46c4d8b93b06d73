import * as z from 'zod/mini';
import { needKinds } from '#domain/caseload/order.ts';
import { careStatuses } from '#domain/clients/record.ts';
import { endpoint } from './endpoint.ts';
import { NamePosition } from './pages.ts';
import { ClientId, DayOut, Id, InstantOut, InstantText } from './scalars.ts';

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

/** So many are sent at once where a page doesn't ask for fewer. */
export const clientsAPage = 100;

const text = z.string().check(z.trim(), z.maxLength(100, { error: 'Use at most 100 characters.' }));

const filter = {
  text,
  careStatus: z.optional(z.enum([...careStatuses, 'any'])),
  programId: z.optional(Id),
  siteId: z.optional(Id),
  groupId: z.optional(Id),
  therapistId: z.optional(z.union([Id, z.literal('none')])),
  phase: z.optional(whole(1, 20)),
  task: z.optional(z.enum([...needKinds, 'any'])),
};

/** Where a page of the list ended: the next one begins behind it. */
const ListPosition = { ...NamePosition, tier: z.nullable(whole(0, 100)), dueAt: z.nullable(InstantText) };

export const clientList = {
  /** What is typed travels in the body, never in an address. How many there are in all is asked apart. */
  search: endpoint({
    method: 'POST',
    path: '/clients/search',
    input: z.strictObject({
      ...filter,
      sort: z.optional(z.enum(['name', 'need'])),
      after: z.optional(z.strictObject(ListPosition)),
      most: z.optional(whole(1, 200)),
    }),
    output: z.object({
      asOf: InstantOut,
      timeZone: z.string(),
      beingWorkedOut: z.number(),
      clients: z.array(ClientListed),
      next: z.nullable(z.object({ ...ListPosition, dueAt: z.nullable(InstantOut) })),
    }),
    refuses: ['input-invalid'],
  }),
  count: endpoint({
    method: 'POST',
    path: '/clients/count',
    input: z.strictObject(filter),
    output: z.object({ total: z.number() }),
    refuses: ['input-invalid'],
  }),
};
export type ClientsFilter = z.output<typeof clientList.count.input>;
export type ClientsRequested = z.input<typeof clientList.search.input>;
export type ClientsPageRequested = z.output<typeof clientList.search.input>;
