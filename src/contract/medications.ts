import * as z from 'zod/mini';
import { specimenTypes } from '#domain/drug-screens/interpret.ts';
import { waysToVerify } from '#domain/medications/verification.ts';
import { RuleShown } from './episodes-shown.ts';
import { endpoint } from './endpoint.ts';
import { Notification } from './safety.ts';
import { ClientId, DayText, Id, words } from './scalars.ts';

const Name = words(200);
const Dose = z.nullable(words(100));
const Prescriber = z.nullable(words(200));

/** How somebody came to know that it is taken, and until when that holds; without a day as long as it is on the list. */
const Verification = z.strictObject({
  how: z.enum(waysToVerify, { error: 'Choose how you came to know: bottle, pharmacy, PDMP or prescriber.' }),
  until: z.nullable(DayText),
});

/** How many screens since would be read differently, and are offered again. */
const Done = z.object({ offers: z.number() });
const Made = z.object({ id: Id, offers: z.number() });

const ofOne = { clientId: ClientId, medicationId: Id };

const days = z
  .number({ error: 'Write a number of days.' })
  .check(
    z.int({ error: 'Write whole days.' }),
    z.minimum(0, { error: 'Write 0 or more.' }),
    z.maximum(400, { error: 'Write at most 400.' }),
  );

const Rule = z.strictObject({
  analyte: z.string().check(z.trim(), z.regex(/^[A-Za-z0-9-]{1,12}$/, { error: 'Write the code on the strip, as BUP.' })),
  specimen: z.enum(specimenTypes, { error: 'Choose a specimen.' }),
  panelId: z.optional(z.nullable(Id)),
  expectation: z.enum(['should-show', 'may-show', 'wont-show'], { error: 'Choose what it should show.' }),
  appearsAfterDays: days,
  clearsAfterDays: days,
});

const versionedStep = {
  refuses: ['input-invalid', 'client-unknown', 'stale', 'wrong-state'],
  idempotent: true,
  versioned: true,
} as const;

export const medications = {
  add: endpoint({
    method: 'POST',
    path: '/clients/:clientId/medications',
    input: z.strictObject({
      clientId: ClientId,
      name: Name,
      dose: Dose,
      startedOn: DayText,
      endedOn: z.nullable(DayText),
      prescriber: Prescriber,
      /** Left out or null where the client reported it and nobody has verified it yet: it explains no result until then. */
      verified: z.optional(z.nullable(Verification)),
    }),
    output: Made,
    refuses: ['input-invalid', 'client-unknown', 'duplicate'],
    idempotent: true,
  }),
  /** Another dose from a day on: the row before it ends the day before, and the course goes on. */
  changeDose: endpoint({
    method: 'POST',
    path: '/clients/:clientId/medications/:medicationId/doses',
    input: z.strictObject({ ...ofOne, dose: words(100), from: DayText }),
    output: Made,
    ...versionedStep,
  }),
  stop: endpoint({
    method: 'POST',
    path: '/clients/:clientId/medications/:medicationId/stopped',
    input: z.strictObject({ ...ofOne, lastOn: DayText, because: words(500), notified: z.optional(Notification) }),
    output: Done,
    ...versionedStep,
  }),
  /** Puts right what was entered. What it said before is kept. */
  correct: endpoint({
    method: 'POST',
    path: '/clients/:clientId/medications/:medicationId',
    input: z.strictObject({
      ...ofOne,
      name: Name,
      dose: Dose,
      startedOn: DayText,
      endedOn: z.nullable(DayText),
      prescriber: Prescriber,
      because: words(500),
      notified: z.optional(Notification),
    }),
    output: Done,
    ...versionedStep,
  }),
  /** Somebody saw the bottle, or asked the pharmacy, the PDMP or the prescriber: from then on it explains what it shows. */
  verify: endpoint({
    method: 'POST',
    path: '/clients/:clientId/medications/:medicationId/verified',
    input: z.strictObject({ ...ofOne, ...Verification.shape }),
    output: Done,
    ...versionedStep,
  }),
  /** Entered by mistake: never taken by this client. It is kept and read by nobody. */
  withdraw: endpoint({
    method: 'POST',
    path: '/clients/:clientId/medications/:medicationId/withdrawn',
    input: z.strictObject({ ...ofOne, because: words(500) }),
    output: Done,
    ...versionedStep,
  }),
  /** A screen that the list would read differently now: kept as read, or read again by an amendment. */
  answerReading: endpoint({
    method: 'POST',
    path: '/clients/:clientId/reading-reviews/:reviewId',
    input: z.strictObject({
      clientId: ClientId,
      reviewId: Id,
      answer: z.enum(['keep', 'read-again'], { error: 'Choose one of the two.' }),
      because: words(500),
    }),
    output: z.object({}),
    refuses: ['input-invalid', 'client-unknown', 'wrong-state', 'stale'],
    idempotent: true,
  }),
  /** What the program's medications should make analytes show. */
  map: endpoint({
    method: 'GET',
    path: '/expectations',
    input: z.strictObject({}),
    output: z.object({
      version: z.number(),
      /** False where the program has none of its own yet and starts with the default. */
      own: z.boolean(),
      rules: z.array(RuleShown),
      /** What a row may be for, instead of any panel. */
      panels: z.optional(z.array(z.object({ id: Id, name: z.string(), specimen: z.enum(specimenTypes) }))),
      edits: z.array(
        z.object({ version: z.number(), medication: z.string(), because: z.nullable(z.string()), by: z.string(), at: z.string() }),
      ),
    }),
    refuses: [],
  }),
  /** All rows of one medication at once; none takes it off the map. It holds for screens collected from then on. */
  editMap: endpoint({
    method: 'POST',
    path: '/expectations',
    input: z.strictObject({
      medication: words(80),
      rules: z.array(Rule).check(z.maxLength(60, { error: 'Send at most 60 rows.' })),
      because: words(500),
    }),
    output: z.object({ version: z.number() }),
    refuses: ['input-invalid', 'stale'],
    idempotent: true,
    versioned: true,
  }),
};
