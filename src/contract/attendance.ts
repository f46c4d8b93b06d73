import * as z from 'zod/mini';
import { attendanceStatuses, services } from '#domain/attendance/delivered-minutes.ts';
import { SoughtClient } from './drug-screens-log.ts';
import { endpoint } from './endpoint.ts';
import { Sought, soughtNext } from './pages.ts';
import { ClientId, DayOut, Id, InstantOut, InstantText, words } from './scalars.ts';

const wholeNumber = (most: number) =>
  z
    .number()
    .check(
      z.int({ error: 'Write a whole number.' }),
      z.minimum(0, { error: 'Write 0 or more.' }),
      z.maximum(most, { error: `Write at most ${most}.` }),
    );

const Status = z.nullable(z.enum(attendanceStatuses, { error: 'Say present, late, left-early, absent or excused; null is not marked.' }));

/** One booking as its marker left it. Times or minutes, not both; without either, present is the scheduled times. */
const MarkedRow = z.strictObject({
  clientId: ClientId,
  /** The version of the booking that was seen when it was marked. */
  version: wholeNumber(1_000_000),
  status: Status,
  arrivedAt: z.nullable(InstantText),
  leftAt: z.nullable(InstantText),
  minutes: z.nullable(wholeNumber(1440)),
  telehealth: z.boolean(),
  /** The missed session that this one makes up; null where it makes up none. */
  makesUp: z.nullable(Id),
  note: z.nullable(words(200)),
});

const Mark = z.object({
  status: Status,
  arrivedAt: z.nullable(InstantOut),
  leftAt: z.nullable(InstantOut),
  /** Whole minutes that count; null where nobody knows. */
  minutes: z.nullable(z.number()),
});

/** A session that was missed, excused or cancelled, and can be made up. */
const Missed = z.object({ sessionId: Id, on: DayOut, title: z.string() });

const Session = z.object({
  id: Id,
  title: z.string(),
  groupName: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  leader: z.nullable(z.string()),
  service: z.enum(services),
  on: DayOut,
  startsAt: InstantOut,
  endsAt: InstantOut,
  timesKnown: z.boolean(),
  breakMinutes: z.number(),
  cancelledBecause: z.nullable(z.string()),
  /** From when on people can be marked as here or missed. */
  opensAt: InstantOut,
});

const RosterRow = z.object({
  ...SoughtClient.shape,
  ...Mark.shape,
  version: z.number(),
  telehealth: z.boolean(),
  makeUp: z.boolean(),
  makesUp: z.nullable(Missed),
  note: z.nullable(z.string()),
  /** Who marked it, and when where that is known; null where it was brought in or nobody has marked it. */
  marked: z.nullable(z.object({ by: z.string(), byYou: z.boolean(), at: z.nullable(InstantOut) })),
  onLeave: z.boolean(),
  /** The day of the session before, where missing this one as well makes two in a row. */
  missedOn: z.nullable(DayOut),
  missed: z.array(Missed),
  /** The marks before it was corrected, newest first. */
  earlier: z.array(z.object({ ...Mark.shape, by: z.nullable(z.string()), at: z.nullable(InstantOut), correctedBy: z.string() })),
});

const atSession = { sessionId: Id, clientId: ClientId };

export const attendance = {
  /** Who is booked in a session and how they are marked so far. It holds no screen, medication or plan. */
  roster: endpoint({
    method: 'GET',
    path: '/sessions/:sessionId/attendance',
    input: z.strictObject({ sessionId: Id }),
    output: z.object({ session: Session, asOf: InstantOut, today: DayOut, zone: z.string(), rows: z.array(RosterRow) }),
    refuses: ['session-unknown'],
  }),
  /**
   * Stores the marks of a roster in one transaction. A booking that somebody else changed since it was seen is left as they marked it and comes
   * back by name; the others are stored.
   */
  record: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/attendance',
    input: z.strictObject({
      sessionId: Id,
      rows: z
        .array(MarkedRow)
        .check(z.minLength(1, { error: 'Mark somebody first.' }), z.maxLength(200, { error: 'Send at most 200 rows.' })),
    }),
    output: z.object({
      saved: z.number(),
      message: z.string(),
      changed: z.array(
        z.object({ clientId: ClientId, ...Mark.shape, by: z.nullable(z.string()), at: z.nullable(InstantOut), message: z.string() }),
      ),
    }),
    refuses: ['input-invalid', 'session-unknown', 'client-unknown', 'wrong-state'],
    idempotent: true,
  }),
  /** Clients in care by any part of a name or by chart number, with what they could make up here, a page at a time. The text stays out of addresses. */
  findPerson: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/attendance/search',
    input: Sought,
    output: z.object({
      clients: z.array(z.object({ ...SoughtClient.shape, booked: z.boolean(), missed: z.array(Missed) })),
      next: soughtNext,
    }),
    refuses: ['session-unknown'],
  }),
  /** Writes somebody who wasn't booked into the roster: a drop-in, or a make-up of a session that they missed. */
  addPerson: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/attendance/people',
    input: z.strictObject({ ...atSession, makesUp: z.nullable(Id), telehealth: z.boolean() }),
    output: z.object({ clientId: ClientId, version: z.number() }),
    refuses: ['input-invalid', 'session-unknown', 'client-unknown', 'episode-closed', 'duplicate', 'wrong-state'],
    idempotent: true,
  }),
  /** Takes a booking out that was a mistake. Somebody who is marked stays. */
  removePerson: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/attendance/removals',
    input: z.strictObject(atSession),
    output: z.object({ clientId: ClientId }),
    refuses: ['session-unknown', 'client-unknown', 'wrong-state', 'stale'],
    idempotent: true,
    versioned: true,
  }),
};
