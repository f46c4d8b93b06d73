import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ClockText, Named, sessionFields } from './scheduling-fields.ts';
import { ClientId, DayOut, DayText, Id, InstantOut, words } from './scalars.ts';

/** A session with how many are booked, how many cups are due and how many are in. Who they are is not in it. */
const DaySession = z.object({
  id: Id,
  on: DayOut,
  title: z.string(),
  groupId: z.nullable(Id),
  groupName: z.nullable(z.string()),
  programId: Id,
  siteId: z.nullable(Id),
  siteName: z.nullable(z.string()),
  service: z.string(),
  startsAt: InstantOut,
  endsAt: InstantOut,
  timesKnown: z.boolean(),
  breakMinutes: z.number(),
  telehealth: z.boolean(),
  leader: z.nullable(z.string()),
  substitute: z.nullable(Named),
  cancelledBecause: z.nullable(z.string()),
  booked: z.number(),
  capacity: z.nullable(z.number()),
  attendanceTaken: z.number(),
  /** Null until collection opens: the testing schedule stays hidden until then. */
  screensDue: z.nullable(z.number()),
  screensRecorded: z.number(),
  version: z.number(),
});

const edits = ['input-invalid', 'session-unknown', 'wrong-state', 'stale', 'version-missing'] as const;
const Edited = z.object({ version: z.number(), warnings: z.array(z.string()) });

/** A session that could make up for a missed one. */
const Offer = z.object({
  sessionId: Id,
  title: z.string(),
  on: DayOut,
  startsAt: InstantOut,
  endsAt: InstantOut,
  telehealth: z.boolean(),
  leader: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  /** Null where the group has no limit. */
  seatsLeft: z.nullable(z.number()),
});

export const sessions = {
  /** One day's, or those of all days until another one, of all places or of one program or site. */
  ofDay: endpoint({
    method: 'GET',
    path: '/sessions',
    input: z.strictObject({ on: z.optional(DayText), until: z.optional(DayText), program: z.optional(Id), site: z.optional(Id) }),
    output: z.object({ on: DayOut, today: DayOut, asOf: InstantOut, zone: z.string(), sessions: z.array(DaySession) }),
    refuses: ['input-invalid'],
  }),
  /** A session of its own: individual, family, a make-up group. */
  add: endpoint({
    method: 'POST',
    path: '/sessions',
    input: z.strictObject({
      ...sessionFields,
      on: DayText,
      programId: Id,
      siteId: z.nullable(Id),
      clientIds: z.array(ClientId).check(z.maxLength(60, { error: 'Book at most 60 people.' })),
    }),
    output: z.object({ id: Id, warnings: z.array(z.string()) }),
    refuses: ['input-invalid', 'client-unknown'],
    idempotent: true,
  }),
  /** Cancelled by the program: it is not asked of anybody, and nobody is counted absent. */
  cancel: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/cancellation',
    input: z.strictObject({ sessionId: Id, because: words(200) }),
    output: Edited,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/restoration',
    input: z.strictObject({ sessionId: Id }),
    output: Edited,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  /** Who leads it this once; null is the leader again. */
  substitute: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/substitute',
    input: z.strictObject({ sessionId: Id, staffId: z.nullable(Id) }),
    output: Edited,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  move: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/time',
    input: z.strictObject({ sessionId: Id, on: DayText, startsAt: ClockText, endsAt: ClockText }),
    output: Edited,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  /** Which sessions to come could make up for one that the client missed or that the program cancelled. */
  makeUpOffers: endpoint({
    method: 'GET',
    path: '/clients/:clientId/missed-sessions/:sessionId/make-ups',
    input: z.strictObject({ clientId: ClientId, sessionId: Id }),
    output: z.object({
      clientId: ClientId,
      zone: z.string(),
      until: DayOut,
      /** The session that makes up for it already. */
      booked: z.nullable(Offer),
      offers: z.array(Offer),
    }),
    refuses: ['client-unknown', 'session-unknown', 'wrong-state'],
  }),
  bookMakeUp: endpoint({
    method: 'POST',
    path: '/clients/:clientId/missed-sessions/:sessionId/make-ups',
    input: z.strictObject({ clientId: ClientId, sessionId: Id, with: Id }),
    output: z.object({ sessionId: Id, on: DayOut }),
    refuses: ['client-unknown', 'session-unknown', 'wrong-state', 'input-invalid'],
    idempotent: true,
  }),
};
