import type { Instant } from '#domain/calendar/calendar.ts';

/** At least a sentence of what was done. */
const statementLeast = 10;

const claims = /\b(?:is|are|was|seems?|feels?|looks?|appears?)\s+(?:now\s+)?safe\b/i;

const closeProblems = ['too-short', 'claims-safety', 'not-yet', 'before-it-opened'] as const;
export type CloseProblem = (typeof closeProblems)[number];

/**
 * What keeps a statement from closing a concern: it has to say what was done, by its time, and can't say that somebody is safe, which nobody can sign
 * (program rule). Nothing else closes one: no later score, result or visit.
 */
export function closeProblem(summary: string, at: Instant, openedAt: Instant, now: Instant): CloseProblem | null {
  if (summary.trim().length < statementLeast) return 'too-short';
  if (claims.test(summary)) return 'claims-safety';
  if (at > now) return 'not-yet';
  return at < openedAt ? 'before-it-opened' : null;
}
