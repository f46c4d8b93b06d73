import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, DayText, Id, words } from './scalars.ts';

const Named = z.object({ id: Id, name: z.string() });

export const CoverageShown = z.object({
  id: Id,
  version: z.number(),
  away: Named,
  by: Named,
  from: DayOut,
  to: DayOut,
  note: z.nullable(z.string()),
  clients: z.number(),
  /** Whether the person who asks may change it. */
  mine: z.boolean(),
});
export type CoverageShown = z.infer<typeof CoverageShown>;

/** A therapist and how many clients they have; null is nobody. */
const CaseloadOf = z.object({ therapist: z.nullable(Named), clients: z.number() });
export type CaseloadOf = z.infer<typeof CaseloadOf>;

const Days = { from: DayText, to: DayText, note: z.optional(z.nullable(words(500))) };

export const coverage = {
  /** Who is away and who covers, from today on, with the caseloads that could be handed over. */
  list: endpoint({
    method: 'GET',
    path: '/coverage',
    input: z.strictObject({}),
    output: z.object({
      today: DayOut,
      /** Null where the person may speak for everybody. */
      onlyFor: z.nullable(Id),
      rows: z.array(CoverageShown),
      /** How many are over. */
      past: z.number(),
      staff: z.array(Named),
      caseloads: z.array(CaseloadOf),
    }),
    refuses: [],
  }),
  /** Coverage that is over, the latest first, a page at a time. */
  past: endpoint({
    method: 'GET',
    path: '/coverage/past',
    input: z.strictObject({ after: z.optional(Id) }),
    output: z.object({ rows: z.array(CoverageShown), next: z.nullable(Id) }),
    refuses: ['input-invalid'],
  }),
  /** The clients of one caseload who can be handed over, a page at a time. */
  clients: endpoint({
    method: 'GET',
    path: '/coverage/clients',
    input: z.strictObject({ therapist: z.union([Id, z.literal('none')]), after: z.optional(ClientId) }),
    output: z.object({
      clients: z.array(z.object({ clientId: ClientId, name: z.string(), group: z.nullable(z.string()), chartNumber: z.string() })),
      next: z.nullable(ClientId),
    }),
    refuses: ['input-invalid'],
  }),
  add: endpoint({
    method: 'POST',
    path: '/coverage',
    input: z.strictObject({ awayId: Id, coveredBy: Id, ...Days }),
    output: z.object({ id: Id }),
    refuses: ['input-invalid'],
    idempotent: true,
  }),
  change: endpoint({
    method: 'POST',
    path: '/coverage/:coverageId',
    input: z.strictObject({ coverageId: Id, coveredBy: Id, ...Days, cancelled: z.optional(z.boolean()) }),
    output: z.object({}),
    refuses: ['input-invalid', 'not-found', 'stale'],
    idempotent: true,
    versioned: true,
  }),
  /** Clients go from one caseload to another with a note. Whose they were when the form was opened is sent along. */
  transfer: endpoint({
    method: 'POST',
    path: '/transfers',
    input: z.strictObject({
      fromId: z.nullable(Id),
      toId: Id,
      clientIds: z
        .array(ClientId)
        .check(z.minLength(1, { error: 'Choose at least one client.' }), z.maxLength(200, { error: 'Choose at most 200.' })),
      on: DayText,
      note: words(4000),
    }),
    output: z.object({ transferred: z.number() }),
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
  }),
  /** The receiving therapist has read the note; it stays in the record and leaves Today. */
  acknowledge: endpoint({
    method: 'POST',
    path: '/clients/:clientId/handovers/:handoverId/acknowledged',
    input: z.strictObject({ clientId: ClientId, handoverId: Id }),
    output: z.object({}),
    refuses: ['client-unknown', 'wrong-state', 'not-your-role'],
    idempotent: true,
  }),
};
