import * as z from 'zod/mini';
import { comparedMeasures, comparisons, type BeforeAfter } from '#domain/adjustments/before-after.ts';
import { explanations } from '#domain/adjustments/explanations.ts';
import type { MenuCategory } from '#domain/adjustments/response-menu.ts';
import {
  adjustmentStates,
  clientViews,
  contactMethods,
  naloxoneAnswers,
  outcomes,
  safetyAnswers,
  triggers,
} from '#domain/adjustments/open.ts';
import { findings, markCodes } from '#domain/drug-screens/interpret.ts';
import type { Change } from '#domain/instruments/instruments.ts';
import { naloxoneReasons } from '#domain/safety/overdose-prompt.ts';
import { ClientId, DayOut, Id, InstantOut } from './scalars.ts';
import { ScreenShown } from './drug-screens-shown.ts';
import { StripEvent, WeekShown } from './shown.ts';

const Person = z.object({ id: Id, name: z.string() });

const Compared = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number() }),
  z.object({ kind: z.literal('count'), k: z.number(), n: z.number() }),
]);
const Window = z.object({ from: DayOut, to: DayOut, days: z.number() });

const BeforeAfterShown = z.object({
  before: Window,
  after: Window,
  wanted: z.number(),
  comparison: z.enum(comparisons),
  rows: z.array(z.object({ measure: z.enum(comparedMeasures), before: z.nullable(Compared), after: z.nullable(Compared) })),
}) satisfies z.ZodMiniType<BeforeAfter>;

const Talk = z.object({
  at: InstantOut,
  method: z.nullable(z.enum(contactMethods)),
  ownWords: z.nullable(z.string()),
  mayAppearInExports: z.boolean(),
});

const Signature = z.object({
  at: InstantOut,
  by: z.nullable(z.string()),
  changes: z.array(z.object({ line: z.string(), label: z.string(), what: z.string(), fromOn: DayOut, who: z.nullable(Person) })),
  noChangeReason: z.nullable(z.string()),
  clientView: z.nullable(z.enum(clientViews)),
  followUp: z.nullable(z.object({ on: DayOut, by: z.nullable(Person), betterLooksLike: z.nullable(z.string()) })),
});

/** What was tried before, and what followed. */
export const EarlierAdjustment = z.object({
  id: Id,
  number: z.number(),
  state: z.enum(adjustmentStates),
  mark: z.enum(markCodes),
  about: z.string(),
  openedOn: DayOut,
  analytes: z.array(z.string()),
  changes: z.array(z.string()),
  betterLooksLike: z.nullable(z.string()),
  outcome: z.nullable(z.enum(outcomes)),
  beforeAfter: z.nullable(BeforeAfterShown),
});
export type EarlierAdjustment = z.infer<typeof EarlierAdjustment>;

const Medication = z.object({
  label: z.string(),
  found: z.array(z.object({ analyte: z.string(), finding: z.enum(findings) })),
});

const ReliableChange = z.object({
  from: z.number(),
  to: z.number(),
  reliable: z.nullable(z.enum(['better', 'worse'])),
}) satisfies z.ZodMiniType<Change>;

const Working = z.object({
  goals: z.array(z.object({ title: z.string(), from: z.number(), to: z.number(), on: DayOut })),
  instruments: z.array(z.object({ instrument: z.string(), change: ReliableChange })),
  hours: z.nullable(z.object({ met: z.number(), of: z.number() })),
});

const MenuLine = z.object({ code: z.string(), label: z.string(), asksWhy: z.boolean() });
const Menu = z.array(z.object({ code: z.string(), label: z.string(), lines: z.array(MenuLine) })) satisfies z.ZodMiniType<MenuCategory[]>;

const LaterResult = z.object({
  on: DayOut,
  analytes: z.array(z.string()),
  afterSignature: z.boolean(),
  /** Null where the signature answers it. */
  dueAt: z.nullable(InstantOut),
  answeredAt: z.nullable(InstantOut),
});

const CorrectionShown = z.object({
  id: Id,
  at: InstantOut,
  analytesBefore: z.array(z.string()),
  analytesAfter: z.array(z.string()),
  sharedAt: z.nullable(InstantOut),
  sharedNote: z.nullable(z.string()),
});

/** Everything that the page of one adjustment shows, in one answer. Nothing in it proposes an answer to a question of the form. */
export const AdjustmentShown = z.object({
  asOf: InstantOut,
  timeZone: z.string(),
  id: Id,
  version: z.number(),
  client: z.object({
    id: ClientId,
    name: z.string(),
    called: z.string(),
    pronouns: z.nullable(z.string()),
    chartNumber: z.string(),
    bornOn: z.nullable(DayOut),
  }),
  number: z.number(),
  state: z.enum(adjustmentStates),
  mark: z.enum(markCodes),
  trigger: z.enum(triggers),
  about: z.nullable(z.string()),
  /** The number of the adjustment that needed more, where its outcome opened this one. */
  follows: z.nullable(z.number()),
  analytes: z.array(z.string()),
  specimenNotValid: z.boolean(),
  openedAt: InstantOut,
  talkDueAt: InstantOut,
  signDueAt: InstantOut,
  event: z.nullable(ScreenShown),
  /** Later results that attached to it. Those after the signature wait for being spoken of, each with its own due time. */
  joined: z.array(LaterResult),
  corrections: z.array(CorrectionShown),
  /** Who acted on it last, where a correction has to reach them. */
  acted: z.nullable(z.object({ did: z.enum(['talked', 'signed']), name: z.nullable(z.string()), on: DayOut })),
  /** Results that attached brought the follow-up forward. */
  followUpForward: z.boolean(),
  checked: z.nullable(z.enum(['go-ahead', 'send-to-lab'])),
  talk: z.nullable(Talk),
  safety: z.nullable(z.enum(safetyAnswers)),
  naloxone: z.nullable(z.enum(naloxoneAnswers)),
  naloxoneReasons: z.array(z.enum(naloxoneReasons)),
  attempts: z.array(z.object({ at: InstantOut, method: z.enum(contactMethods), reached: z.boolean() })),
  reachingOut: z.boolean(),
  explanation: z.nullable(z.object({ at: InstantOut, because: z.enum(explanations), words: z.string() })),
  signature: z.nullable(Signature),
  outcome: z.nullable(z.object({ outcome: z.enum(outcomes), at: InstantOut, note: z.nullable(z.string()) })),
  amendedAt: z.nullable(InstantOut),
  beforeAfter: z.nullable(BeforeAfterShown),
  lastEight: z.object({ events: z.array(StripEvent), summary: z.string() }),
  weeks: z.array(WeekShown),
  medications: z.array(Medication),
  triedBefore: z.array(EarlierAdjustment),
  working: Working,
  staff: z.array(Person),
  menu: Menu,
});
export type AdjustmentShown = z.infer<typeof AdjustmentShown>;
