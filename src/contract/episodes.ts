import * as z from 'zod/mini';
import { naloxoneAnswers } from '#domain/adjustments/open.ts';
import { dischargeReasons } from '#domain/episodes/discharge-reasons.ts';
import { safetyCauses } from '#domain/episodes/ending.ts';
import { Care, EndingRequestLine } from './episodes-shown.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayText, Id, words } from './scalars.ts';

/** Hours a week in steps of half an hour. */
const WeeklyHours = z
  .number({ error: 'Write the hours a week, such as 9.' })
  .check(
    z.minimum(0, { error: 'Write 0 or more.' }),
    z.maximum(60, { error: 'Write at most 60.' }),
    z.multipleOf(0.5, { error: 'Write whole or half hours.' }),
  );

const Made = z.object({ id: Id });
const Done = z.object({});

const placed = {
  siteId: z.optional(z.nullable(Id)),
  groupId: z.optional(z.nullable(Id)),
  referredOn: z.optional(z.nullable(DayText)),
  referredBy: z.optional(z.nullable(words(200))),
  admissionSource: z.optional(z.nullable(words(100))),
  primarySubstance: z.optional(z.nullable(words(100))),
};

export const episodes = {
  ofClient: endpoint({
    method: 'GET',
    path: '/clients/:clientId/care',
    input: z.strictObject({ clientId: ClientId }),
    output: Care,
    refuses: ['client-unknown'],
  }),
  /** `as` is what the form said before saving: if it would be the other now, nothing is saved. */
  start: endpoint({
    method: 'POST',
    path: '/clients/:clientId/episodes',
    input: z.strictObject({
      clientId: ClientId,
      as: z.enum(['new', 'reopened']),
      openedOn: DayText,
      programId: Id,
      therapistId: z.nullable(Id),
      ...placed,
      level: words(60),
      hoursPerWeek: WeeklyHours,
    }),
    output: Made,
    refuses: ['input-invalid', 'client-unknown', 'wrong-state'],
    idempotent: true,
  }),
  edit: endpoint({
    method: 'POST',
    path: '/clients/:clientId/episodes/:episodeId',
    input: z.strictObject({ clientId: ClientId, episodeId: Id, ...placed }),
    output: Done,
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
    versioned: true,
  }),
  /** No reason names a test. A second signer and a record are asked for where the reason does. */
  end: endpoint({
    method: 'POST',
    path: '/clients/:clientId/episodes/:episodeId/ending',
    input: z.strictObject({
      clientId: ClientId,
      episodeId: Id,
      reason: z.enum(dischargeReasons, { error: 'Choose a reason.' }),
      closedOn: DayText,
      note: z.optional(words(2000)),
      linkedTo: z.optional(words(300)),
      naloxone: z.optional(z.enum(naloxoneAnswers, { error: 'Choose one.' })),
      secondSigner: z.optional(Id),
      safety: z.optional(
        z.strictObject({
          cause: z.enum(safetyCauses, { error: 'Choose what happened.' }),
          narrative: words(4000).check(z.minLength(20, { error: 'Write at least a sentence of what happened.' })),
        }),
      ),
    }),
    /** Whose signature it waits for; null where it ended. */
    output: z.object({ waitsFor: z.nullable(z.string()) }),
    refuses: ['input-invalid', 'client-unknown', 'episode-closed', 'stale', 'wrong-state'],
    idempotent: true,
    versioned: true,
  }),
  /** What waits for the signature of whoever asks, and what they wait for themselves. */
  endingRequests: endpoint({
    method: 'GET',
    path: '/ending-requests',
    input: z.strictObject({}),
    output: z.object({ requests: z.array(EndingRequestLine) }),
    refuses: [],
  }),
  /** The second signature, given in the signer's own session. Until then nothing has happened. */
  signEnding: endpoint({
    method: 'POST',
    path: '/clients/:clientId/ending-requests/:requestId/signature',
    input: z.strictObject({ clientId: ClientId, requestId: Id }),
    output: Done,
    refuses: ['input-invalid', 'client-unknown', 'not-found', 'not-your-role', 'episode-closed', 'wrong-state'],
    idempotent: true,
  }),
  /** Withdrawn by whoever asked, or declined by whom it was asked of. */
  withdrawEnding: endpoint({
    method: 'POST',
    path: '/clients/:clientId/ending-requests/:requestId/withdrawal',
    input: z.strictObject({ clientId: ClientId, requestId: Id, why: z.optional(words(500)) }),
    output: Done,
    refuses: ['client-unknown', 'not-found', 'not-your-role', 'wrong-state'],
    idempotent: true,
  }),
  changeLevel: endpoint({
    method: 'POST',
    path: '/clients/:clientId/levels',
    input: z.strictObject({ clientId: ClientId, level: words(60), from: DayText }),
    output: Made,
    refuses: ['input-invalid', 'client-unknown', 'episode-closed'],
    idempotent: true,
  }),
  correctLevel: endpoint({
    method: 'POST',
    path: '/clients/:clientId/levels/:spanId',
    input: z.strictObject({ clientId: ClientId, spanId: Id, level: words(60), from: DayText }),
    output: Done,
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
    versioned: true,
  }),
  startLeave: endpoint({
    method: 'POST',
    path: '/clients/:clientId/leaves',
    input: z.strictObject({
      clientId: ClientId,
      from: DayText,
      expectedBackOn: z.optional(z.nullable(DayText)),
      to: z.optional(z.nullable(DayText)),
      reason: words(200),
    }),
    output: Made,
    refuses: ['input-invalid', 'client-unknown', 'episode-closed'],
    idempotent: true,
  }),
  changeLeave: endpoint({
    method: 'POST',
    path: '/clients/:clientId/leaves/:leaveId',
    input: z.strictObject({
      clientId: ClientId,
      leaveId: Id,
      from: DayText,
      expectedBackOn: z.nullable(DayText),
      to: z.nullable(DayText),
      reason: words(200),
    }),
    output: Done,
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
    versioned: true,
  }),
  prescribeHours: endpoint({
    method: 'POST',
    path: '/clients/:clientId/prescribed-hours',
    input: z.strictObject({ clientId: ClientId, hoursPerWeek: WeeklyHours, from: DayText }),
    output: Made,
    refuses: ['input-invalid', 'client-unknown', 'episode-closed'],
    idempotent: true,
  }),
  correctHours: endpoint({
    method: 'POST',
    path: '/clients/:clientId/prescribed-hours/:hoursId',
    input: z.strictObject({ clientId: ClientId, hoursId: Id, hoursPerWeek: WeeklyHours, from: DayText }),
    output: Done,
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
    versioned: true,
  }),
};
