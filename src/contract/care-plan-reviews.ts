import * as z from 'zod/mini';
import { phaseDecisions, reviewKinds } from '#domain/care-plan/review-kinds.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, DayText, Id, InstantOut, words } from './scalars.ts';

/** Something that may be reviewed now, with what is known of it. */
const Reviewable = z.object({
  kind: z.enum(reviewKinds),
  /** The goal or phase, or the instrument's name; null where there is one of its kind. */
  id: z.nullable(z.string()),
  title: z.string(),
  dueOn: z.nullable(DayOut),
  /** What is known, one sentence each. */
  summary: z.array(z.string()),
  /** Of a goal: the wording from -2 to +2, and the newest rating. */
  levels: z.nullable(z.array(z.string())),
  level: z.nullable(z.number()),
  /** Of a phase: where one may move on to, and criteria on record or attested that are not met yet. */
  next: z.nullable(z.object({ number: z.number(), name: z.nullable(z.string()) })),
  openCriteria: z.array(z.object({ code: z.string(), label: z.string() })),
});
export type Reviewable = z.infer<typeof Reviewable>;

export const reviews = {
  ofClient: endpoint({
    method: 'GET',
    path: '/clients/:clientId/reviews',
    input: z.strictObject({ clientId: ClientId }),
    output: z.object({
      clientId: ClientId,
      asOf: InstantOut,
      today: DayOut,
      called: z.string(),
      /** What is proposed for the next one. */
      nextOn: DayOut,
      reviewables: z.array(Reviewable),
      past: z.array(
        z.object({
          id: Id,
          kind: z.enum(reviewKinds),
          title: z.string(),
          on: DayOut,
          summary: z.string(),
          nextOn: z.nullable(DayOut),
          rating: z.nullable(z.number()),
          decision: z.nullable(z.enum(phaseDecisions)),
          by: z.string(),
        }),
      ),
    }),
    refuses: ['client-unknown'],
  }),
  record: endpoint({
    method: 'POST',
    path: '/clients/:clientId/reviews',
    input: z.strictObject({
      clientId: ClientId,
      what: z.enum(reviewKinds),
      /** The goal or phase, or the instrument's name. */
      about: z.nullable(words(100)),
      on: DayText,
      summary: words(2000),
      nextOn: z.nullable(DayText),
      rating: z.optional(
        z.nullable(z.int().check(z.minimum(-2, { error: 'Choose -2 to +2.' }), z.maximum(2, { error: 'Choose -2 to +2.' }))),
      ),
      decision: z.optional(z.nullable(z.enum(phaseDecisions))),
      /** Criteria of the phase that were found met, by their codes. */
      criteriaMet: z.optional(z.array(words(20)).check(z.maxLength(40, { error: 'Send at most 40.' }))),
    }),
    output: z.object({ reviewId: Id }),
    refuses: ['client-unknown', 'episode-closed', 'duplicate', 'wrong-state'],
    idempotent: true,
  }),
};
