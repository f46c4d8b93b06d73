import * as z from 'zod/mini';
import { analyteFamilies } from '#domain/drug-screens/analyte-vocabulary.ts';
import { endpoint } from './endpoint.ts';
import { DayOut, InstantOut, words } from './scalars.ts';

/** A code that nobody knew, with the screens that have it. Whose they are isn't said here. */
const UnknownCode = z.object({
  code: z.string(),
  /** As it was printed, where that differs. */
  printed: z.array(z.string()),
  screens: z.number(),
  detected: z.number(),
  lastOn: z.nullable(DayOut),
  since: InstantOut,
  version: z.number(),
  answer: z.nullable(z.object({ analyte: z.string(), name: z.string(), by: z.string(), at: InstantOut })),
});
export type UnknownCode = z.infer<typeof UnknownCode>;

export const unknownCodes = {
  /** Codes on cups and reports that nobody knows: which drug is each? */
  codes: endpoint({
    method: 'GET',
    path: '/unknown-codes',
    input: z.strictObject({}),
    output: z.object({ open: z.array(UnknownCode), answered: z.array(UnknownCode) }),
    refuses: [],
  }),
  /** Says which drug a code is: one that is known, by any of its names, or another one with its family. Its screens are read by it from then on. */
  answerCode: endpoint({
    method: 'POST',
    path: '/unknown-codes/:code/answers',
    input: z.strictObject({
      code: words(60),
      /** The drug, by any name that is known; or as this program calls it, where it is none of these. */
      drug: words(60),
      /** For a drug that is none of those known. */
      family: z.optional(z.enum(analyteFamilies, { error: 'Choose what it belongs to.' })),
    }),
    output: z.object({ analyte: z.string(), screens: z.number() }),
    refuses: ['input-invalid', 'not-found', 'stale'],
    idempotent: true,
    versioned: true,
  }),
};
