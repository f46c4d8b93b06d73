import * as z from 'zod/mini';
import { goodNewsKinds, needKinds, needSubjects, type GoodNews, type Need } from '#domain/caseload.ts';
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
} from '#domain/drug-screens.ts';
import type { WeekOfCare } from '#domain/journey.ts';
import { DayOut, Id, InstantOut } from './scalars.ts';

/** Shapes that several answers show, each tied to the domain's type of the same name. */
export const NeedShown = z.object({
  kind: z.enum(needKinds),
  tier: z.number(),
  dueAt: z.nullable(InstantOut),
  why: z.string(),
  owed: z.nullable(z.string()),
  note: z.nullable(z.string()),
  adjustmentId: z.nullable(Id),
  about: z.optional(z.object({ kind: z.enum(needSubjects), id: z.nullable(z.string()) })),
}) satisfies z.ZodMiniType<Need>;

export const GoodNewsShown = z.object({ kind: z.enum(goodNewsKinds), says: z.string() }) satisfies z.ZodMiniType<GoodNews>;

export const WeekShown = z.object({
  week: DayOut,
  prescribed: z.nullable(z.number()),
  delivered: z.nullable(z.number()),
  excused: z.number(),
  cancelled: z.number(),
  telehealth: z.number(),
  partial: z.boolean(),
}) satisfies z.ZodMiniType<WeekOfCare>;

export const StripEvent = z.object({ id: Id, on: DayOut, mark: z.enum(markCodes), presumptive: z.boolean() });

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
