import * as z from 'zod/mini';
import { goodNewsKinds, needKinds, needSubjects, type GoodNews, type Need } from '#domain/caseload/order.ts';
import type { NeedWords } from '#domain/caseload/words.ts';
import type { HoursColumns } from '#domain/attendance/hours-columns.ts';
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

/** The same in a list of many clients, where what isn't there isn't sent, and what leads on is sent of the first need alone. */
export const NeedListed = z.object({
  kind: z.enum(needKinds),
  dueAt: z.nullable(InstantOut),
  why: z.string(),
  task: z.optional(z.string()),
  note: z.optional(z.string()),
  adjustmentId: z.optional(Id),
  about: z.optional(z.object({ kind: z.enum(needSubjects), id: z.nullable(z.string()) })),
});
export type NeedListed = z.infer<typeof NeedListed>;

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

/** One mark of a strip in a list of many clients, which draws no day and opens no screen. */
export const StripMark = z.object({ mark: z.enum(markCodes), presumptive: z.optional(z.literal(true)) });

/** The last weeks, oldest first, as the list of many clients draws them. */
export const HoursShown = z.object({
  kinds: z.string(),
  delivered: z.array(z.number()),
  excused: z.optional(z.array(z.number())),
}) satisfies z.ZodMiniType<HoursColumns>;
