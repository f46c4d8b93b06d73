import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { LeftSession, Named } from './scheduling-fields.ts';
import { DayOut, DayText, Id, InstantOut, words } from './scalars.ts';

const Kind = z.enum(['holiday', 'closure'], { error: 'Choose holiday or closure.' });
const Span = { fromOn: DayText, toOn: DayText, programId: z.nullable(Id), siteId: z.nullable(Id) };

/** Sessions that a closure cancels, the people booked in them, and sessions that stay because something was recorded in them: the first of them, and how many they are. */
const Touched = { sessions: z.number(), people: z.number(), left: z.array(LeftSession), leftInAll: z.number() };
export const leftNamed = 100;

const ClosureShown = z.object({
  id: Id,
  from: DayOut,
  to: DayOut,
  kind: Kind,
  label: z.string(),
  program: z.nullable(Named),
  site: z.nullable(Named),
  sessions: z.number(),
});

/** Days without sessions: cancelled by the program, so that nobody is counted absent. */
export const closures = {
  list: endpoint({
    method: 'GET',
    path: '/closures',
    input: z.strictObject({}),
    output: z.object({
      asOf: InstantOut,
      today: DayOut,
      closures: z.array(ClosureShown),
      /** How many are over. */
      past: z.number(),
    }),
    refuses: [],
  }),
  /** Those that are over, the latest first, a page at a time. */
  past: endpoint({
    method: 'GET',
    path: '/closures/past',
    input: z.strictObject({ after: z.optional(Id) }),
    output: z.object({ closures: z.array(ClosureShown), next: z.nullable(Id) }),
    refuses: ['input-invalid'],
  }),
  preview: endpoint({
    method: 'GET',
    path: '/closures/preview',
    input: z.strictObject({ fromOn: DayText, toOn: DayText, programId: z.optional(Id), siteId: z.optional(Id) }),
    output: z.object(Touched),
    refuses: ['input-invalid'],
  }),
  add: endpoint({
    method: 'POST',
    path: '/closures',
    input: z.strictObject({ ...Span, kind: Kind, label: words(200) }),
    output: z.object({ id: Id, ...Touched }),
    refuses: ['input-invalid'],
    idempotent: true,
  }),
  /** Takes a closure back: its sessions are held again. */
  remove: endpoint({
    method: 'POST',
    path: '/closures/:closureId/removal',
    input: z.strictObject({ closureId: Id }),
    output: z.object({ sessions: z.number(), people: z.number() }),
    refuses: ['not-found'],
    idempotent: true,
  }),
};
