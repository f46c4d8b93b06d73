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
import { DayOut, Id, InstantOut } from './scalars.ts';

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
      because: z.nullable(z.string()),
      finding: z.enum(findings),
      mark: z.enum(markCodes),
      measured: z.optional(z.object({ value: z.number(), unit: z.string(), time: z.nullable(z.string()) })),
    }),
  ),
}) satisfies z.ZodMiniType<ScreenEvent>;
