import * as z from 'zod/mini';
import { notValidReasons } from '#domain/drug-screens/cups.ts';
import { amendmentReasons } from '#domain/drug-screens/amendment-reasons.ts';
import { collectionOutcomes, results, specimenTypes, validities } from '#domain/drug-screens/interpret.ts';
import { unknownCodes } from './drug-screens-codes.ts';
import { labResults } from './drug-screens-lab.ts';
import { CupLog, SoughtClient } from './drug-screens-log.ts';
import { endpoint } from './endpoint.ts';
import { Sought, soughtNext } from './pages.ts';
import { Notification } from './safety.ts';
import { ClientId, DayText, Id, InstantText, words } from './scalars.ts';

const Code = z.string().check(z.regex(/^[A-Za-z0-9-]{1,12}$/, { error: 'Write the code on the strip, as BUP.' }));
const Codes = z.array(Code).check(z.maxLength(40, { error: 'A cup has at most 40 strips.' }));

/** One row of the log as its reader left it. What the lines mean is the server's to say. */
const LoggedRow = z.strictObject({
  clientId: ClientId,
  slotId: z.nullable(Id),
  outcome: z.enum(collectionOutcomes),
  noLine: Codes,
  notValid: z.nullable(z.enum(notValidReasons)),
  temperatureInRange: z.nullable(z.boolean()),
  /** Null or left out where nothing is said about watching. */
  observed: z.optional(z.nullable(z.boolean())),
  observedBy: z.optional(z.nullable(Id)),
  toLab: z.boolean(),
  /** Null where the log was filled in on paper and the minute isn't known. */
  readAt: z.nullable(InstantText),
  walkIn: z.optional(z.boolean()),
  /** Asked for outside the schedule: it meets no slot. */
  forCause: z.optional(z.boolean()),
  secondSpecimen: z.optional(z.boolean()),
});

const count = z
  .number()
  .check(
    z.int({ error: 'Write a whole number.' }),
    z.minimum(0, { error: 'Write 0 or more.' }),
    z.maximum(200, { error: 'Write at most 200.' }),
  );

/** What the reader sees in somebody, which doesn't wait for the log. */
const SafetyReport = z.strictObject({ clientId: ClientId, trigger: z.enum(['intoxication', 'withdrawal']), notified: Notification });

const Amended = z.strictObject({
  clientId: z.optional(ClientId),
  collectedOn: z.optional(DayText),
  collectedAt: z.optional(z.nullable(InstantText)),
  outcome: z.optional(z.enum(collectionOutcomes)),
  noLine: z.optional(Codes),
  notValid: z.optional(z.nullable(z.enum(notValidReasons))),
  temperatureInRange: z.optional(z.nullable(z.boolean())),
  observed: z.optional(z.nullable(z.boolean())),
  observedBy: z.optional(z.nullable(Id)),
  /** g/210 L, of a breath reading. */
  breathAlcohol: z.optional(z.number()),
  /** What the laboratory says, by analyte: confirmed, not confirmed, and so on. */
  results: z.optional(
    z.array(z.strictObject({ analyte: Code, result: z.enum(results) })).check(z.maxLength(60, { error: 'Send at most 60 analytes.' })),
  ),
  validity: z.optional(z.enum(validities)),
  specimen: z.optional(z.enum(specimenTypes)),
  panelId: z.optional(Id),
  lot: z.optional(words(60)),
});

export const drugScreens = {
  ...unknownCodes,
  ...labResults,
  cupLog: endpoint({
    method: 'GET',
    path: '/sessions/:sessionId/results',
    input: z.strictObject({ sessionId: Id }),
    output: CupLog,
    refuses: ['session-unknown'],
  }),
  walkIn: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/walk-ins',
    input: z.strictObject({ ...Sought.shape, search: words(80).check(z.minLength(2, { error: 'Type two letters or more.' })) }),
    output: z.object({ clients: z.array(SoughtClient), next: soughtNext }),
    refuses: ['session-unknown'],
  }),
  record: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/results',
    input: z.strictObject({
      sessionId: Id,
      panelId: z.nullable(Id),
      lot: z.nullable(words(60)),
      cupsCounted: count,
      /** May be empty where something was seen in somebody, which doesn't wait for the log. */
      rows: z.array(LoggedRow).check(z.maxLength(100, { error: 'Send at most 100 rows at once.' })),
      safety: z.array(SafetyReport).check(z.maxLength(100, { error: 'Send at most 100 at once.' })),
    }),
    output: z.object({ saved: z.number(), message: z.string() }),
    refuses: ['session-unknown', 'client-unknown', 'episode-closed', 'duplicate', 'wrong-state', 'count-differs'],
    idempotent: true,
  }),
  recordBreath: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/breath-readings',
    input: z.strictObject({
      sessionId: Id,
      clientId: ClientId,
      /** The device, as a panel of breath alcohol. */
      panelId: Id,
      /** g/210 L. */
      value: z.number({ error: 'Write the number on the device, as 0.045.' }),
      at: InstantText,
      notified: z.nullable(Notification),
    }),
    output: z.object({ screenId: Id, message: z.string() }),
    refuses: ['session-unknown', 'client-unknown', 'episode-closed', 'duplicate', 'wrong-state'],
    idempotent: true,
  }),
  amend: endpoint({
    method: 'POST',
    path: '/screens/:screenId/amendments',
    input: z.strictObject({
      screenId: Id,
      because: z.enum(amendmentReasons),
      words: z.optional(words(500)),
      changes: Amended,
      notified: z.optional(Notification),
    }),
    output: z.object({ screenId: Id }),
    refuses: ['client-unknown', 'not-your-role', 'episode-closed', 'stale', 'duplicate'],
    idempotent: true,
  }),
};
