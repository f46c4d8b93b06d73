import * as z from 'zod/mini';
import { needKinds } from '#domain/caseload/order.ts';
import { endpoint } from './endpoint.ts';
import { Notification } from './safety.ts';
import { ClientId, DayOut, DayText, Id, InstantOut, words } from './scalars.ts';
import { GoodNewsShown, NeedShown, StripEvent, WeekShown } from './shown.ts';

/** One client on Today. The first need is the headline; the rest are "+n more". */
export const CaseloadRow = z.object({
  clientId: ClientId,
  name: z.string(),
  called: z.string(),
  group: z.nullable(z.string()),
  meets: z.nullable(z.string()),
  /** 'Covering for R. Ortiz until 4 Dec', where the client is on the list for those days only. */
  covering: z.nullable(z.string()),
  /** The note of a hand-over that its receiver hasn't read yet. */
  handover: z.nullable(z.object({ id: Id, summary: z.string(), note: z.string() })),
  /** Screens that a changed medication list would read differently, waiting for an answer. */
  reinterpretations: z.number(),
  needs: z.array(NeedShown),
  goodNews: z.array(GoodNewsShown),
  snoozedUntil: z.nullable(DayOut),
  snoozeReason: z.nullable(z.string()),
  weeks: z.array(WeekShown),
  hoursSummary: z.string(),
  lastWeek: z.string(),
  strip: z.array(StripEvent),
  stripLabels: z.array(z.string()),
  phase: z.nullable(z.object({ number: z.number(), week: z.number(), met: z.number(), of: z.number() })),
  goals: z.array(z.object({ id: Id, level: z.nullable(z.number()) })),
  goalsSummary: z.string(),
});
export type CaseloadRow = z.infer<typeof CaseloadRow>;

export const caseload = {
  today: endpoint({
    method: 'GET',
    path: '/today',
    input: z.strictObject({ for: z.optional(z.enum(['me', 'team'])) }),
    output: z.object({
      asOf: InstantOut,
      today: DayOut,
      timeZone: z.string(),
      whose: z.enum(['me', 'team']),
      phases: z.number(),
      clients: z.array(CaseloadRow),
    }),
    refuses: ['not-your-role'],
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
