import type { Logger } from 'pino';
import { problemOf, type Problem } from '#contract/refusals.ts';
import { Refusal } from './refusal.ts';

/** A refusal as RFC 9457 problem details. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  const retry =
    problem.status === 503 || problem.status === 429
      ? { 'Retry-After': '5', ...(problem.status === 429 ? { RateLimit: '"person";r=0;t=5' } : {}) }
      : {};
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...retry, ...headers },
  });
}

const databaseUnavailable = new Set([
  '08000',
  '08001',
  '08003',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '40001',
  '40P01',
  '53100',
  '53300',
  '57014',
  // A request whose time is over.
  'deadline',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

// The driver gives these no code, and the sign-in library hides the driver's behind its own.
const withoutDatabase = /timeout exceeded when trying to connect|Connection terminated|not queryable|Failed to get session/;

/** Whether the database was away or too busy: the same may be asked again later. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && databaseUnavailable.has(String(error.code))) || withoutDatabase.test(error.message));

/** What a request that ended in an error is answered: its refusal, or whether the database or the server is at fault. */
export function problemIn(error: unknown, log: Pick<Logger, 'error'>, action: string): Problem {
  if (error instanceof Refusal) return problemOf(error.code, error.detail, error.fields);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : 'unknown';
  // An answer that can't be written down is not given: for whoever asks, the database isn't there.
  const unrecorded = message.includes('audit_event');
  // The text of a database error may quote a row, so only its code is logged.
  log.error({ action, code, ...(code === '' ? { message } : {}) }, 'a request ended in an error');
  return problemOf(unrecorded || isDatabaseUnavailable(error) ? 'unavailable' : 'unexpected');
}
