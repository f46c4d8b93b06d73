import * as z from 'zod/mini';
import { safetyKinds } from '#domain/safety/safety-clock.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, Id, InstantOut, InstantText, WhenGiven, words } from './scalars.ts';

/** What a person may raise. The rest is opened by what it rests on: a screen, a breath reading, an instrument. */
export const raisedKinds = ['concern', 'intoxication', 'withdrawal', 'overdose', 'opioid-medication-stopped', 'return'] as const;

/** Whom on call was notified, with what they will do, and when. Asked for wherever something starts or answers the safety clock. */
export const Notification = z.strictObject({ who: words(200), at: WhenGiven });

const Concern = z.object({
  id: Id,
  kind: z.enum(safetyKinds),
  label: z.string(),
  /** What whoever raised it wrote. */
  words: z.nullable(z.string()),
  openedAt: InstantOut,
  source: z.nullable(z.string()),
  /** That the result it came from was corrected since; null where it stands. */
  corrected: z.nullable(z.string()),
  raisedBy: z.nullable(z.string()),
  notified: z.nullable(z.object({ who: z.string(), at: InstantOut, by: z.nullable(z.string()) })),
  closed: z.nullable(z.object({ at: InstantOut, summary: z.nullable(z.string()), by: z.nullable(z.string()) })),
});

export const safetyConcerns = {
  ofClient: endpoint({
    method: 'GET',
    path: '/clients/:clientId/safety-concerns',
    input: z.strictObject({ clientId: ClientId }),
    output: z.object({ clientId: ClientId, asOf: InstantOut, timeZone: z.string(), called: z.string(), concerns: z.array(Concern) }),
    refuses: ['client-unknown'],
  }),
  raise: endpoint({
    method: 'POST',
    path: '/clients/:clientId/safety-concerns',
    input: z.strictObject({
      clientId: ClientId,
      kind: z.enum(raisedKinds),
      source: z.enum(['staff', 'family', 'client']),
      summary: words(500),
      notified: Notification,
    }),
    output: z.object({ concernId: Id }),
    refuses: ['client-unknown', 'episode-closed'],
    idempotent: true,
  }),
  /** Closes concerns with a signed statement of what was done. It says nothing about how safe anybody is. */
  close: endpoint({
    method: 'POST',
    path: '/clients/:clientId/safety-concerns/closures',
    input: z.strictObject({
      clientId: ClientId,
      concernIds: z
        .array(Id)
        .check(z.minLength(1, { error: 'Choose the concern that this answers.' }), z.maxLength(50, { error: 'Send at most 50.' })),
      summary: words(2000),
      at: InstantText,
    }),
    output: z.object({ closed: z.number() }),
    refuses: ['client-unknown', 'wrong-state'],
    idempotent: true,
  }),
};
