import type { Problem } from '#contract/refusals.ts';

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
