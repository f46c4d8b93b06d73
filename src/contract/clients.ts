import * as z from 'zod/mini';
import { adjustmentStates, outcomes } from '#domain/adjustments/open.ts';
import { markCodes } from '#domain/drug-screens/interpret.ts';
import { criterionKinds } from '#domain/phases/phases.ts';
import type { AdjustmentSpan, Journey } from '#domain/clients/journey.ts';
import { chartMerges } from './clients-merge.ts';
import { clientList } from './clients-list.ts';
import { clientProblems } from './clients-data-problems.ts';
import { clientRecords } from './clients-record.ts';
import { clientWriting } from './clients-input.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, Id, InstantOut } from './scalars.ts';
import { ScreenShown } from './drug-screens-shown.ts';
import { NeedShown, WeekShown } from './shown.ts';

const AdjustmentSpanShown = z.object({
  id: Id,
  number: z.number(),
  state: z.enum(adjustmentStates),
  openedOn: DayOut,
  signedOn: z.nullable(DayOut),
  closedOn: z.nullable(DayOut),
  followUpOn: z.nullable(DayOut),
  outcome: z.nullable(z.enum(outcomes)),
  dueAt: z.nullable(InstantOut),
  label: z.string(),
}) satisfies z.ZodMiniType<AdjustmentSpan>;

const JourneyShown = z.object({
  from: DayOut,
  to: DayOut,
  today: DayOut,
  phases: z.array(z.object({ number: z.number(), name: z.string(), from: DayOut, to: z.nullable(DayOut) })),
  weeks: z.array(WeekShown),
  screens: z.array(ScreenShown),
  doses: z.array(
    z.object({ medication: z.string(), dose: z.nullable(z.string()), from: DayOut, to: z.nullable(DayOut), analytes: z.array(z.string()) }),
  ),
  windows: z.array(
    z.object({
      analyte: z.string(),
      kind: z.enum(['carry-over', 'non-target']),
      from: DayOut,
      to: DayOut,
      setBy: z.string(),
      basis: z.string(),
    }),
  ),
  leaves: z.array(z.object({ from: DayOut, to: z.nullable(DayOut) })),
  adjustments: z.array(AdjustmentSpanShown),
  goals: z.array(
    z.object({ id: Id, number: z.number(), title: z.string(), ratings: z.array(z.object({ on: DayOut, level: z.number() })) }),
  ),
  instruments: z.array(
    z.object({ instrument: z.string(), scores: z.array(z.object({ on: DayOut, score: z.number(), item9: z.nullable(z.number()) })) }),
  ),
}) satisfies z.ZodMiniType<Journey>;

/** Who a page is about: two identifiers, the name that the person likes, and where they are in care. */
const Identity = z.object({
  clientId: ClientId,
  name: z.string(),
  called: z.string(),
  pronouns: z.nullable(z.string()),
  chartNumber: z.string(),
  bornOn: z.nullable(DayOut),
  age: z.nullable(z.number()),
  facts: z.array(z.string()),
});

const Side = z.nullable(z.object({ at: z.number(), label: z.string() }));
const Days = z.object({ when: z.string(), days: z.number() });

/** What a signed change was, why, and the days before and after it. `wait` says why there is nothing to compare. */
export const Comparison = z.object({
  adjustmentId: Id,
  number: z.number(),
  signedLabel: z.string(),
  changes: z.array(z.string()),
  why: z.string(),
  mark: z.nullable(z.enum(markCodes)),
  ownWords: z.nullable(z.string()),
  status: z.string(),
  before: Days,
  after: Days,
  wanted: z.number(),
  wait: z.nullable(z.string()),
  rows: z.array(z.object({ id: z.string(), label: z.string(), before: Side, after: Side })),
});
export type Comparison = z.infer<typeof Comparison>;

export const ClientPage = z.object({
  asOf: InstantOut,
  timeZone: z.string(),
  client: Identity,
  inCare: z.boolean(),
  summary: z.array(z.string()),
  needs: z.array(NeedShown),
  journey: JourneyShown,
  screensSummary: z.string(),
  criteria: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      kind: z.enum(criterionKinds),
      met: z.nullable(z.boolean()),
      evidence: z.nullable(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('week'), week: z.number() }),
          z.object({ kind: z.literal('goals'), reached: z.number(), of: z.number() }),
          z.object({ kind: z.literal('hours'), share: z.number() }),
          z.object({ kind: z.literal('recorded'), on: DayOut }),
        ]),
      ),
    }),
  ),
  comparisons: z.array(Comparison),
});
export type ClientPage = z.infer<typeof ClientPage>;

export const clients = {
  // Before an address whose last part is an id: the first that fits is asked.
  ...clientWriting,
  ...clientProblems,
  ...clientList,
  ...clientRecords,
  ...chartMerges,
  page: endpoint({
    method: 'GET',
    path: '/clients/:clientId',
    input: z.strictObject({ clientId: ClientId }),
    output: ClientPage,
    refuses: ['client-unknown'],
  }),
};
