import * as z from 'zod/mini';

/** Every way in which Cairn says no: a stable code, its HTTP status, and what it means to the person who asked. */
export const refusals = {
  'input-invalid': { status: 400, title: 'Some of this can’t be saved as it is.' },
  'body-not-json': { status: 400, title: 'The request’s body is not JSON.' },
  'key-missing': { status: 400, title: 'The request names no Idempotency-Key, so a repeat could not be told from a second one.' },
  'signed-out': { status: 401, title: 'Sign in to go on.' },
  'sign-in-refused': { status: 401, title: 'That e-mail and password don’t match.' },
  locked: { status: 401, title: 'Locked. Enter your password to go on.' },
  'not-your-role': { status: 403, title: 'Your role doesn’t include this.' },
  'wrong-origin': { status: 403, title: 'The request came from another site.' },
  'client-unknown': { status: 404, title: 'You don’t have access to this client. Ask your supervisor to add you to the care team.' },
  'session-unknown': { status: 404, title: 'There is no such session.' },
  'link-unknown': { status: 404, title: 'This link doesn’t open anything: it was used already, or its time is over. Ask for a new one.' },
  'panel-unknown': { status: 404, title: 'There is no such panel.' },
  'import-unknown': { status: 404, title: 'There is no such import, or its rows are not yours to see.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'episode-closed': { status: 409, title: 'This client’s episode of care is closed.' },
  duplicate: { status: 409, title: 'This is recorded already.' },
  'no-signal': { status: 409, title: 'Nothing says that the process changed. Write a note instead.' },
  'wrong-state': { status: 409, title: 'That step isn’t open now.' },
  stale: { status: 412, title: 'Somebody changed this while you had it open.' },
  'too-large': { status: 413, title: 'That is more than one request can carry.' },
  'key-reused': { status: 422, title: 'The same Idempotency-Key came with another body.' },
  'count-differs': { status: 422, title: 'The number of cups you read differs from the cups entered.' },
  'version-missing': { status: 428, title: 'The request doesn’t say which version it changes (If-Match).' },
  'too-many-tries': { status: 429, title: 'Too many tries. Wait a minute, then try again.' },
  'too-busy': { status: 429, title: 'Too much of yours is waiting already. Wait a few seconds, then try again.' },
  unexpected: { status: 500, title: 'Something went wrong on our side. Nothing was saved.' },
  unavailable: { status: 503, title: 'Cairn can’t reach its database. Nothing was saved. Try again in a moment.' },
} as const;

export type RefusalCode = keyof typeof refusals;

/** What is wrong with one field, and what to do about it. The field is a path such as `rows.3.clientId`. */
export const FieldProblem = z.object({ field: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** A refusal on the wire (RFC 9457 problem details). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(FieldProblem)),
});
export type Problem = z.infer<typeof Problem>;

/** A refusal names this many fields: enough for any form, and a body of nothing but mistakes is not told all of them. */
const mostFields = 20;

/** A refusal as it is answered. Of many fields the first are named, and how many there are is said. */
export function problemOf(code: RefusalCode, given?: string, fields?: readonly FieldProblem[]): Problem {
  const { title } = refusals[code];
  const cut = fields !== undefined && fields.length > mostFields;
  const detail = cut ? `${given ?? title} The first ${mostFields} of ${fields.length} problems are named.` : given;
  return {
    type: `urn:cairn:refusal:${code}`,
    ...refusals[code],
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(fields === undefined ? {} : { fields: fields.slice(0, mostFields) }),
  };
}
