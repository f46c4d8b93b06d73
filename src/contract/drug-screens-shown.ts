import * as z from 'zod/mini';
import {
  collectionOutcomes,
  expectations,
  findings,
  markCodes,
  responses,
  results,
  specimenTypes,
  validities,
  type ScreenEvent,
} from '#domain/drug-screens/interpret.ts';
import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import { DayOut, Id, InstantOut } from './scalars.ts';

const course = { name: z.string(), dose: z.nullable(z.string()), startedOn: DayOut };

/** Why an analyte was expected to show: a medication as it stood at collection, and the part of the rule that applied. */
export const ExpectationCauseShown = z.discriminatedUnion('rule', [
  z.object({ ...course, rule: z.literal('taken') }),
  z.object({ ...course, rule: z.literal('starting'), appearsOn: DayOut }),
  z.object({ ...course, rule: z.literal('clearing'), endedOn: DayOut, clearsOn: DayOut }),
]) satisfies z.ZodMiniType<ExpectationCause>;

/** A medication that may account for an unexpected finding and explains nothing. */
const FindingHintShown = z.object({ kind: z.enum(['not-verified', 'cross-reaction', 'no-rules']), medication: z.string() });

/** One collection event with everything that is known of it. In a file of its own: the first page shows none. */
export const ScreenShown = z.object({
  id: Id,
  on: DayOut,
  at: z.nullable(InstantOut),
  scheduled: z.boolean(),
  outcome: z.enum(collectionOutcomes),
  specimen: z.nullable(z.enum(specimenTypes)),
  validity: z.nullable(z.enum(validities)),
  reason: z.nullable(z.string()),
  presumptive: z.boolean(),
  mark: z.enum(markCodes),
  response: z.nullable(z.enum(responses)),
  adjustmentId: z.nullable(Id),
  observation: z.optional(z.object({ observed: z.nullable(z.boolean()), by: z.nullable(z.string()) })),
  analytes: z.array(
    z.object({
      analyte: z.string(),
      result: z.enum(results),
      expectation: z.enum(expectations),
      because: z.nullable(ExpectationCauseShown),
      finding: z.enum(findings),
      mark: z.enum(markCodes),
      hints: z.optional(z.array(FindingHintShown)),
      measured: z.optional(z.object({ value: z.number(), unit: z.string(), time: z.nullable(z.string()) })),
    }),
  ),
}) satisfies z.ZodMiniType<ScreenEvent>;
