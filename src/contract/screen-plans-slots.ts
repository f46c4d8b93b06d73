import * as z from 'zod/mini';
import { requestedReasons } from '#domain/screen-plans/screen-slots.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, Id, InstantOut, words } from './scalars.ts';

const ofClient = { clientId: ClientId };

/** A session in which a specimen could be asked for. */
const CollectingSession = z.object({
  id: Id,
  title: z.string(),
  on: DayOut,
  startsAt: InstantOut,
  endsAt: InstantOut,
  timesKnown: z.boolean(),
  /** Whether the client is expected in it. */
  booked: z.boolean(),
});

export const screenSlots = {
  /** The client's sessions of the next two weeks, and whatever else is held today. */
  sessions: endpoint({
    method: 'GET',
    path: '/clients/:clientId/requested-screens/sessions',
    input: z.strictObject(ofClient),
    output: z.object({
      clientId: ClientId,
      asOf: InstantOut,
      today: DayOut,
      zone: z.string(),
      sessions: z.array(CollectingSession),
      panels: z.array(z.object({ id: Id, name: z.string() })),
    }),
    refuses: ['client-unknown'],
  }),

  /** Asks for one screen outside the schedule. It is in the log of its session once that opens. */
  ask: endpoint({
    method: 'POST',
    path: '/clients/:clientId/requested-screens',
    input: z.strictObject({
      ...ofClient,
      sessionId: Id,
      reason: z.enum(requestedReasons, { error: 'Choose why a screen is asked for.' }),
      why: z.nullable(words(500)),
      panelId: z.nullable(Id),
    }),
    output: z.object({ slotId: Id, on: DayOut, opensAt: InstantOut }),
    refuses: ['input-invalid', 'client-unknown', 'episode-closed', 'duplicate'],
    idempotent: true,
  }),

  /** Takes it back, for as long as nothing was recorded for it. */
  withdraw: endpoint({
    method: 'POST',
    path: '/clients/:clientId/requested-screens/:slotId/withdrawal',
    input: z.strictObject({ ...ofClient, slotId: Id }),
    output: z.object({ slotId: Id }),
    refuses: ['client-unknown', 'wrong-state'],
    idempotent: true,
  }),
};
