import * as z from 'zod/mini';
import {
  adjustmentStates,
  clientViews,
  contactMethods,
  naloxoneAnswers,
  outcomes,
  safetyAnswers,
  triggers,
  type Trigger,
} from '#domain/adjustments/open.ts';
import { explanations } from '#domain/adjustments/explanations.ts';
import { AdjustmentShown } from './adjustments-shown.ts';
import { endpoint } from './endpoint.ts';
import type { RefusalCode } from './refusals.ts';
import { Notification } from './safety.ts';
import { ClientId, DayText, Id, WhenGiven, words } from './scalars.ts';

const ofOne = { clientId: ClientId, adjustmentId: Id };

const Safety = z.enum(safetyAnswers, { error: 'Choose what was done about safety today.' });
const Naloxone = z.enum(naloxoneAnswers, { error: 'Choose what was said about naloxone.' });

/** Where the adjustment stands after a step. */
const AdjustmentStep = z.object({ id: Id, version: z.number(), state: z.enum(adjustmentStates) });

const step: readonly RefusalCode[] = ['input-invalid', 'client-unknown', 'wrong-state', 'stale', 'version-missing'];

const ByHand = z.enum(
  triggers.filter((trigger): trigger is Exclude<Trigger, 'screen'> => trigger !== 'screen'),
  { error: 'Choose what this starts from.' },
);

export const adjustments = {
  one: endpoint({
    method: 'GET',
    path: '/clients/:clientId/adjustments/:adjustmentId',
    input: z.strictObject(ofOne),
    output: AdjustmentShown,
    refuses: ['client-unknown'],
  }),

  /** Opens an adjustment by hand, from anything but a screen. The same object, the same clocks. */
  start: endpoint({
    method: 'POST',
    path: '/clients/:clientId/adjustments',
    input: z.strictObject({ clientId: ClientId, trigger: ByHand, about: words(300) }),
    output: z.object({ id: Id, number: z.number() }),
    refuses: ['input-invalid', 'client-unknown', 'episode-closed'],
    idempotent: true,
  }),

  /** Notes the conversation. Safety and naloxone may be answered with it, or stay open until the plan change is signed. */
  talk: endpoint({
    method: 'POST',
    path: '/clients/:clientId/adjustments/:adjustmentId/talk',
    input: z.strictObject({
      ...ofOne,
      checked: z.nullable(z.enum(['go-ahead', 'send-to-lab'], { error: 'Choose how the result was checked.' })),
      at: WhenGiven,
      method: z.enum(contactMethods, { error: 'Choose how you talked.' }),
      ownWords: z.nullable(words(4000)),
      mayAppearInExports: z.boolean(),
      safety: z.nullable(Safety),
      notified: z.nullable(Notification),
      naloxone: z.nullable(Naloxone),
    }),
    output: AdjustmentStep,
    refuses: step,
    idempotent: true,
    versioned: true,
  }),

  /** Closes with what accounts for the result. The overdose prompt is answered all the same. */
  explain: endpoint({
    method: 'POST',
    path: '/clients/:clientId/adjustments/:adjustmentId/explanation',
    input: z.strictObject({
      ...ofOne,
      because: z.enum(explanations, { error: 'Choose what explains it.' }),
      words: words(1000),
      naloxone: z.nullable(Naloxone),
    }),
    output: AdjustmentStep,
    refuses: step,
    idempotent: true,
    versioned: true,
  }),

  /** Signs changes to the plan, or that none is needed and why. Every answer is the signer's own: none has a default. */
  sign: endpoint({
    method: 'POST',
    path: '/clients/:clientId/adjustments/:adjustmentId/signature',
    input: z.strictObject({
      ...ofOne,
      changes: z
        .array(z.strictObject({ line: words(60), what: words(500), fromOn: DayText, who: Id }))
        .check(z.maxLength(12, { error: 'Twelve changes at once are more than a plan can hold. Choose fewer.' })),
      noChangeReason: z.nullable(words(1000)),
      followUpOn: z.nullable(DayText),
      followUpBy: z.nullable(Id),
      betterLooksLike: z.nullable(words(500)),
      clientView: z.enum(clientViews, { error: 'Choose the client’s view.' }),
      naloxone: Naloxone,
      safety: Safety,
      notified: z.nullable(Notification),
    }),
    output: AdjustmentStep,
    refuses: step,
    idempotent: true,
    versioned: true,
  }),

  /** Notes that the results which attached after the signature were spoken of: one conversation answers all that came before it. */
  speakOfLaterResults: endpoint({
    method: 'POST',
    path: '/clients/:clientId/adjustments/:adjustmentId/later-results',
    input: z.strictObject({
      ...ofOne,
      at: WhenGiven,
      method: z.enum(contactMethods, { error: 'Choose how you talked.' }),
      note: z.nullable(words(500)),
    }),
    output: AdjustmentStep,
    refuses: step,
    idempotent: true,
    versioned: true,
  }),

  /** Notes that the client was told of a correction of what had been acted on. */
  shareCorrection: endpoint({
    method: 'POST',
    path: '/clients/:clientId/adjustments/:adjustmentId/correction',
    input: z.strictObject({ ...ofOne, at: WhenGiven, note: words(1000) }),
    output: AdjustmentStep,
    refuses: step,
    idempotent: true,
    versioned: true,
  }),

  /** What followed the change, with one sentence. 'Needs more' opens the next adjustment. */
  recordOutcome: endpoint({
    method: 'POST',
    path: '/clients/:clientId/adjustments/:adjustmentId/outcome',
    input: z.strictObject({ ...ofOne, outcome: z.enum(outcomes, { error: 'Choose what followed.' }), note: words(500) }),
    output: z.object({ ...AdjustmentStep.shape, next: z.nullable(z.object({ id: Id, number: z.number() })) }),
    refuses: step,
    idempotent: true,
    versioned: true,
  }),
};
