import * as z from 'zod/mini';
import { authorizedUnits } from '#domain/episodes/authorizations.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayText, Id, words } from './scalars.ts';

const Terms = {
  payer: words(120),
  number: words(60),
  unit: z.enum(authorizedUnits, { error: 'Choose what the payer counts.' }),
  quantity: z
    .number({ error: 'Write how many were authorized.' })
    .check(
      z.minimum(0.25, { error: 'Write more than 0.' }),
      z.maximum(9999, { error: 'Write at most 9999.' }),
      z.multipleOf(0.25, { error: 'Write whole numbers, or quarters of an hour.' }),
    ),
  from: DayText,
  to: DayText,
  nextReviewOn: z.nullable(DayText),
};

const Done = z.object({});

export const authorizations = {
  add: endpoint({
    method: 'POST',
    path: '/clients/:clientId/authorizations',
    input: z.strictObject({ clientId: ClientId, ...Terms }),
    output: z.object({ id: Id }),
    refuses: ['input-invalid', 'client-unknown'],
    idempotent: true,
  }),
  edit: endpoint({
    method: 'POST',
    path: '/clients/:clientId/authorizations/:authorizationId',
    input: z.strictObject({ clientId: ClientId, authorizationId: Id, ...Terms }),
    output: Done,
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
    versioned: true,
  }),
  /** A utilization review that was made, with the day of the next one; null where the payer asks for none before the end. */
  review: endpoint({
    method: 'POST',
    path: '/clients/:clientId/authorizations/:authorizationId/reviews',
    input: z.strictObject({
      clientId: ClientId,
      authorizationId: Id,
      reviewedOn: DayText,
      nextReviewOn: z.nullable(DayText),
      needsNoMore: z.boolean({ error: 'Say whether anything more will be asked for.' }),
      note: z.optional(words(500)),
    }),
    output: Done,
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
    versioned: true,
  }),
};
