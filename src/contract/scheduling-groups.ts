import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Named, Rescheduled, sessionFields, Weekday } from './scheduling-fields.ts';
import { ClientId, DayOut, DayText, Id, InstantOut, words } from './scalars.ts';

const Capacity = z.nullable(
  z
    .number()
    .check(
      z.int({ error: 'Write a whole number.' }),
      z.minimum(1, { error: 'A group holds somebody. Leave it empty where there is no limit.' }),
      z.maximum(500, { error: 'Write at most 500.' }),
    ),
);

const Meeting = z.object({
  id: Id,
  weekday: z.number(),
  startsAt: z.string(),
  endsAt: z.string(),
  service: z.string(),
  title: z.string(),
  telehealth: z.boolean(),
  collectsScreens: z.boolean(),
  breakMinutes: z.number(),
  leader: z.nullable(Named),
  from: DayOut,
  to: z.nullable(DayOut),
});

const Group = {
  id: Id,
  name: z.string(),
  program: Named,
  site: Named,
  capacity: z.nullable(z.number()),
  meets: z.string(),
  leaders: z.array(z.string()),
  /** How many belong to it today, and how many begin later. Who they are isn't in it. */
  onRoster: z.number(),
  beginLater: z.number(),
  endedOn: z.nullable(DayOut),
  version: z.number(),
};

const Upcoming = z.object({
  id: Id,
  on: DayOut,
  startsAt: InstantOut,
  endsAt: InstantOut,
  title: z.string(),
  leader: z.nullable(z.string()),
  substitute: z.nullable(z.string()),
  telehealth: z.boolean(),
  cancelledBecause: z.nullable(z.string()),
  booked: z.number(),
});

/** One of a group's people, from when to when, and on which weekdays; null is all of them. */
const OnRoster = z.object({
  clientId: ClientId,
  name: z.string(),
  chartNumber: z.string(),
  from: DayOut,
  to: z.nullable(DayOut),
  weekdays: z.nullable(z.array(z.number())),
  inCare: z.boolean(),
  /** Sessions of the group that they lately missed, or that the program cancelled, and that nothing makes up for yet. */
  missed: z.array(z.object({ sessionId: Id, on: DayOut })),
});

const groupFields = { name: words(80), programId: Id, siteId: Id, capacity: Capacity };
const meetingFields = { ...sessionFields, weekday: Weekday, fromOn: DayText };
const edits = ['input-invalid', 'not-found', 'stale', 'version-missing'] as const;

export const groups = {
  list: endpoint({
    method: 'GET',
    path: '/groups',
    input: z.strictObject({}),
    /** Those that haven't ended, and how many have. */
    output: z.object({ asOf: InstantOut, today: DayOut, groups: z.array(z.object(Group)), ended: z.number() }),
    refuses: [],
  }),
  /** Those that have ended, the one that ended last first, a page at a time. */
  ended: endpoint({
    method: 'GET',
    path: '/groups/ended',
    input: z.strictObject({ after: z.optional(Id) }),
    output: z.object({ groups: z.array(z.object(Group)), next: z.nullable(Id) }),
    refuses: ['input-invalid'],
  }),
  one: endpoint({
    method: 'GET',
    path: '/groups/:groupId',
    input: z.strictObject({ groupId: Id }),
    output: z.object({
      asOf: InstantOut,
      today: DayOut,
      zone: z.string(),
      group: z.object(Group),
      meetings: z.array(Meeting),
      upcoming: z.array(Upcoming),
    }),
    refuses: ['not-found'],
  }),
  roster: endpoint({
    method: 'GET',
    path: '/groups/:groupId/roster',
    input: z.strictObject({ groupId: Id }),
    output: z.object({
      today: DayOut,
      people: z.array(OnRoster),
      /** People of the group whom whoever asks may not open. */
      others: z.number(),
    }),
    refuses: ['not-found'],
  }),
  add: endpoint({
    method: 'POST',
    path: '/groups',
    input: z.strictObject(groupFields),
    output: z.object({ id: Id, version: z.number() }),
    refuses: ['input-invalid'],
    idempotent: true,
  }),
  edit: endpoint({
    method: 'POST',
    path: '/groups/:groupId',
    input: z.strictObject({ groupId: Id, ...groupFields }),
    output: z.object({ id: Id, version: z.number() }),
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  /** A new recurring session, from a day on; it may have begun up to eight weeks ago. */
  addMeeting: endpoint({
    method: 'POST',
    path: '/groups/:groupId/meetings',
    input: z.strictObject({ groupId: Id, ...meetingFields }),
    output: Rescheduled,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  /** Another day, time, leader or kind, from a day on. What was held before stays as it was. */
  changeMeeting: endpoint({
    method: 'POST',
    path: '/groups/:groupId/meetings/:meetingId',
    input: z.strictObject({ groupId: Id, meetingId: Id, ...meetingFields }),
    output: Rescheduled,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  endMeeting: endpoint({
    method: 'POST',
    path: '/groups/:groupId/meetings/:meetingId/end',
    input: z.strictObject({ groupId: Id, meetingId: Id, lastOn: DayText }),
    output: Rescheduled,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  /** Ends the group with its meetings. `lastOn` is the last day on which it may meet; nobody may hold a place after it. */
  end: endpoint({
    method: 'POST',
    path: '/groups/:groupId/end',
    input: z.strictObject({ groupId: Id, lastOn: DayText }),
    output: Rescheduled,
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  /** Takes an end back. Its meetings stay ended: who plans adds them anew. */
  goOn: endpoint({
    method: 'POST',
    path: '/groups/:groupId/go-on',
    input: z.strictObject({ groupId: Id }),
    output: z.object({ id: Id, version: z.number() }),
    refuses: [...edits],
    idempotent: true,
    versioned: true,
  }),
  enroll: endpoint({
    method: 'POST',
    path: '/clients/:clientId/groups/:groupId',
    input: z.strictObject({
      clientId: ClientId,
      groupId: Id,
      fromOn: DayText,
      weekdays: z.optional(z.nullable(z.array(Weekday).check(z.minLength(1, { error: 'Choose at least one day.' }), z.maxLength(7)))),
    }),
    output: z.object({ warnings: z.array(z.string()) }),
    refuses: ['client-unknown', 'input-invalid'],
    idempotent: true,
  }),
  /** `lastOn` is the last day on which the client belongs to the group. */
  leave: endpoint({
    method: 'POST',
    path: '/clients/:clientId/groups/:groupId/end',
    input: z.strictObject({ clientId: ClientId, groupId: Id, lastOn: DayText }),
    output: z.object({}),
    refuses: ['client-unknown', 'input-invalid'],
    idempotent: true,
  }),
};
