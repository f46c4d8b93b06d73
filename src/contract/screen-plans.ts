import * as z from 'zod/mini';
import { requestedStates, requestedReasons } from '#domain/screen-plans/screen-slots.ts';
import { collectionOutcomes } from '#domain/drug-screens/interpret.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, Id, InstantOut, words } from './scalars.ts';

const ofClient = { clientId: ClientId };

const perWeek = z
  .number()
  .check(
    z.minimum(0, { error: 'Write 0 or more.' }),
    z.maximum(7, { error: 'Write at most 7 a week.' }),
    z.multipleOf(0.5, { error: 'Write whole or half screens a week, as 1.5.' }),
  );
const maxGapDays = z
  .number()
  .check(
    z.int({ error: 'Write a whole number of days.' }),
    z.minimum(1, { error: 'Write 1 or more.' }),
    z.maximum(90, { error: 'Write at most 90 days.' }),
  );

const Rate = z.object({ perWeek: z.number(), maxGapDays: z.number() });

/** One change of a client's plan. Without a rate it says that the program's plan holds again. */
const Change = z.object({
  version: z.number(),
  rate: z.nullable(Rate),
  panel: z.nullable(z.string()),
  why: z.nullable(z.string()),
  from: DayOut,
  by: z.string(),
});

const Requested = z.object({
  slotId: Id,
  reason: z.enum(requestedReasons),
  on: DayOut,
  session: z.nullable(z.string()),
  startsAt: z.nullable(InstantOut),
  panel: z.nullable(z.string()),
  why: z.nullable(z.string()),
  by: z.string(),
  at: InstantOut,
  state: z.enum(requestedStates),
  outcome: z.nullable(z.enum(collectionOutcomes)),
  canWithdraw: z.boolean(),
});

/** How a client's screens are drawn, what was asked for beside, and what came of it lately. On which days they will be drawn is not in it. */
const ScreenPlanShown = z.object({
  clientId: ClientId,
  asOf: InstantOut,
  today: DayOut,
  zone: z.string(),
  inCare: z.boolean(),
  /** 0 where the client never had a plan of their own. */
  version: z.number(),
  /** What holds today. `own` is false where it is the program's. */
  plan: z.object({ own: z.boolean(), ...Rate.shape, panelId: z.nullable(Id), panel: z.nullable(z.string()) }),
  program: Rate,
  /** Newest first. */
  history: z.array(Change),
  /** Days of the coming four weeks on which a specimen could be collected, by week; and what the plan gives on them on average. */
  collects: z.object({ daysPerWeek: z.number(), screensPerWeek: z.number() }),
  panels: z.array(z.object({ id: Id, name: z.string() })),
  requested: z.array(Requested),
  lately: z.object({
    from: DayOut,
    slots: z.number(),
    due: z.number(),
    collected: z.number(),
    excused: z.number(),
    cancelled: z.number(),
    /** Days on which a screen came later than the maximum gap, because there had been no day to collect. */
    late: z.array(DayOut),
  }),
});
export type ScreenPlanShown = z.infer<typeof ScreenPlanShown>;

const Version = z.object({ version: z.number() });

export const screenPlans = {
  one: endpoint({
    method: 'GET',
    path: '/clients/:clientId/screen-plan',
    input: z.strictObject(ofClient),
    output: ScreenPlanShown,
    refuses: ['client-unknown'],
  }),

  /** From today on. What was drawn or decided already stays as it is. */
  set: endpoint({
    method: 'POST',
    path: '/clients/:clientId/screen-plan',
    input: z.strictObject({ ...ofClient, perWeek, maxGapDays, panelId: z.nullable(Id), why: z.nullable(words(500)) }),
    output: Version,
    refuses: ['input-invalid', 'client-unknown', 'episode-closed', 'stale', 'version-missing'],
    idempotent: true,
    versioned: true,
  }),

  /** The program's plan holds again, from today on. */
  followProgram: endpoint({
    method: 'POST',
    path: '/clients/:clientId/screen-plan/program',
    input: z.strictObject({ ...ofClient, why: z.nullable(words(500)) }),
    output: Version,
    refuses: ['client-unknown', 'episode-closed', 'wrong-state', 'stale', 'version-missing'],
    idempotent: true,
    versioned: true,
  }),
};
