import * as z from 'zod/mini';
import { results } from '#domain/drug-screens/interpret.ts';
import { labAnswers } from '#domain/drug-screens/lab-results.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, DayText, Id, InstantOut, words } from './scalars.ts';

/** A specimen that waits for its laboratory, with two identifiers. What was expected of it isn't said. */
const WaitingSpecimen = z.object({
  screenId: Id,
  clientId: ClientId,
  name: z.string(),
  bornOn: z.nullable(DayOut),
  chartNumber: z.string(),
  collectedOn: DayOut,
  daysWaiting: z.number(),
  /** The panel that was ordered or read; null where none was said. */
  panel: z.nullable(z.string()),
  /** Whether somebody said that it goes to the laboratory, or it only shows what nobody has confirmed. */
  sent: z.boolean(),
  analytes: z.array(z.object({ analyte: z.string(), name: z.string(), result: z.enum(results) })),
});
export type WaitingSpecimen = z.infer<typeof WaitingSpecimen>;

const amount = (least: string) =>
  z.number({ error: least }).check(z.gte(0, { error: least }), z.lte(1_000_000, { error: 'That is more than any report says. Check it.' }));

const LabLine = z.strictObject({
  analyte: words(60),
  answer: z.enum(labAnswers, { error: 'Choose confirmed, not confirmed or inconclusive.' }),
  value: z.optional(amount('Write a number of 0 or more, or leave it out.')),
  unit: z.optional(words(20)),
  cutoff: z.optional(amount('Write the cut-off as a number, or leave it out.')),
});

export const labResults = {
  /** Specimens that wait for a laboratory, the longest first, a page at a time. `presumptive`: those too that nobody said are sent. */
  labQueue: endpoint({
    method: 'GET',
    path: '/lab-results/waiting',
    input: z.strictObject({ presumptive: z.optional(z.literal('too')), after: z.optional(Id) }),
    output: z.object({ asOf: InstantOut, specimens: z.array(WaitingSpecimen), next: z.nullable(Id) }),
    refuses: ['input-invalid'],
  }),
  /** What a report says of a specimen: the screen is amended, and whatever rested on the earlier reading follows. */
  recordLabResults: endpoint({
    method: 'POST',
    path: '/screens/:screenId/lab-results',
    input: z.strictObject({
      screenId: Id,
      /** The day of collection as the report says it, which has to be the specimen's. */
      collectedOn: DayText,
      /** The laboratory and the number of its report. */
      report: z.optional(words(200)),
      lines: z.array(LabLine).check(z.maxLength(60, { error: 'Send at most 60 analytes.' })),
    }),
    output: z.object({ screenId: Id, confirmed: z.number(), notConfirmed: z.number(), inconclusive: z.number(), waiting: z.number() }),
    refuses: ['client-unknown', 'input-invalid', 'stale', 'wrong-state'],
    idempotent: true,
  }),
};
