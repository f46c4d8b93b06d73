import * as z from 'zod/mini';
import { goodNewsKinds, needKinds, needSubjects, type GoodNews, type Need } from '#domain/caseload/order.ts';
import type { NeedWords } from '#domain/caseload/words.ts';
import { markCodes } from '#domain/drug-screens/interpret.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import { DayOut, Id, InstantOut } from './scalars.ts';

/** Shapes that several answers show, each tied to the domain's type of the same name. */
export const NeedShown = z.object({
  kind: z.enum(needKinds),
  tier: z.number(),
  dueAt: z.nullable(InstantOut),
  why: z.string(),
  task: z.nullable(z.string()),
  note: z.nullable(z.string()),
  adjustmentId: z.nullable(Id),
  about: z.optional(z.object({ kind: z.enum(needSubjects), id: z.nullable(z.string()) })),
}) satisfies z.ZodMiniType<Omit<Need, 'facts'> & NeedWords>;
export type NeedShown = z.infer<typeof NeedShown>;

export const GoodNewsShown = z.object({ kind: z.enum(goodNewsKinds), summary: z.string() }) satisfies z.ZodMiniType<
  Pick<GoodNews, 'kind'> & { readonly summary: string }
>;
export type GoodNewsShown = z.infer<typeof GoodNewsShown>;

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
