import * as z from 'zod/mini';
import { needKinds } from '#domain/caseload/order.ts';
import { endpoint } from './endpoint.ts';
import { Notification } from './safety.ts';
import { ClientId, DayOut, DayText, Id, InstantOut, words } from './scalars.ts';
import { HoursShown, NeedListed, StripMark } from './shown.ts';

/** One client on Today. The first need is the headline; the rest are "+n more". */
export const CaseloadRow = z.object({
  clientId: ClientId,
  name: z.string(),
  called: z.string(),
  /** The day on which their episode closed, where something is owed to them all the same. */
  closedOn: z.optional(DayOut),
  group: z.nullable(z.string()),
  meets: z.nullable(z.string()),
  /** Who answers for the client, or that nobody does, where the list is the whole team's. */
  therapist: z.optional(z.string()),
  /** 'Covering for R. Ortiz until 4 Dec', where the client is on the list for those days only. */
  covering: z.optional(z.string()),
  /** The note of a hand-over that its receiver hasn't read yet. */
  handover: z.optional(z.object({ id: Id, summary: z.string(), note: z.string() })),
  needs: z.array(NeedListed),
  hours: HoursShown,
  hoursSummary: z.string(),
  lastWeek: z.string(),
  strip: z.array(StripMark),
  stripLabels: z.array(z.string()),
  phase: z.nullable(z.object({ number: z.number(), week: z.number(), met: z.number(), of: z.number() })),
  /** The level of each goal; null where it has no rating yet. */
  goals: z.array(z.nullable(z.number())),
  goalsSummary: z.string(),
});
export type CaseloadRow = z.infer<typeof CaseloadRow>;

/** A client in one line: who, and what is said beside the name. */
export const PersonLine = z.object({ clientId: ClientId, name: z.string(), line: z.string() });
export type PersonLine = z.infer<typeof PersonLine>;

const whose = z.optional(z.enum(['me', 'team']));
/** The last client of the page before: the next page begins behind them. */
const after = z.optional(ClientId);

const CaseloadPage = z.object({
  asOf: InstantOut,
  today: DayOut,
  timeZone: z.string(),
  whose: z.enum(['me', 'team']),
  phases: z.number(),
  /** Exact, however long the lists are and whatever they are filtered by. */
  counts: z.object({
    clients: z.number(),
    needing: z.number(),
    /** How many clients have each reason as their first. */
    byKind: z.array(z.object({ kind: z.enum(needKinds), clients: z.number() })),
    goodNews: z.number(),
    snoozed: z.number(),
    nothingNeeded: z.number(),
    /** Clients whose needs aren't known yet; they are in none of the counts but the first. */
    beingWorkedOut: z.number(),
  }),
  /** Of those who match the filter. */
  matching: z.object({ needing: z.number(), goodNews: z.number(), snoozed: z.number(), nothingNeeded: z.number() }),
  /** Whether an ending waits for this person's signature, or one of theirs for somebody else's. */
  signaturesWait: z.boolean(),
  clients: z.array(CaseloadRow),
  next: z.nullable(ClientId),
  handedOver: z.array(CaseloadRow),
  readAgain: z.array(PersonLine),
  goodNews: z.array(PersonLine),
  snoozed: z.array(PersonLine),
});
export type CaseloadPage = z.infer<typeof CaseloadPage>;

const text = z.string().check(z.trim(), z.maxLength(100, { error: 'Use at most 100 characters.' }));

export const caseload = {
  today: endpoint({
    method: 'GET',
    path: '/today',
    input: z.strictObject({ for: whose, after }),
    output: CaseloadPage,
    refuses: ['not-your-role'],
  }),
  /** The same for those whose name or group holds what is typed. It travels in the body, never in an address. */
  search: endpoint({
    method: 'POST',
    path: '/today/search',
    input: z.strictObject({ for: whose, after, text }),
    output: CaseloadPage,
    refuses: ['input-invalid', 'not-your-role'],
  }),
  /** Those who need nothing, a page at a time, with how their last week went. */
  nothingNeeded: endpoint({
    method: 'POST',
    path: '/today/nothing-needed',
    input: z.strictObject({ for: whose, after, text }),
    output: z.object({ clients: z.array(PersonLine), next: z.nullable(ClientId) }),
    refuses: ['input-invalid', 'not-your-role'],
  }),
  snooze: endpoint({
    method: 'POST',
    path: '/clients/:clientId/snoozes',
    input: z.strictObject({
      clientId: ClientId,
      need: z.enum(needKinds),
      adjustmentId: z.optional(Id),
      reason: words(500),
      until: DayText,
      supervisor: z.optional(words(200)),
    }),
    output: z.object({}),
    refuses: ['input-invalid', 'client-unknown'],
    idempotent: true,
  }),
  recordNotification: endpoint({
    method: 'POST',
    path: '/clients/:clientId/safety-concerns/notifications',
    input: z.strictObject({ clientId: ClientId, notified: Notification }),
    output: z.object({}),
    refuses: ['input-invalid', 'client-unknown', 'wrong-state'],
    idempotent: true,
  }),
};
