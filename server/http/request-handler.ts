import { instantOf } from '#domain/calendar/calendar.ts';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Endpoint } from '#contract/endpoint.ts';
import { problemOf, type RefusalCode } from '#contract/refusals.ts';
import { recordDenied } from './audit-trail.ts';
import { rolesFor } from '#server/access/endpoint-policy.ts';
import { answerAuthEndpoint } from '#server/identity/auth-endpoints.ts';
import type { Database } from '#server/database/pool.ts';
import type { Authentication } from './authentication.ts';
import { reach } from '#server/database/failpoints.ts';
import { inputOf, versionOf } from './request-input.ts';
import { withIdempotencyKey, type Answer } from './idempotency.ts';
import type { Actor, Afterwards, Context } from './endpoint-handler.ts';
import { problemResponse } from './problem-details.ts';
import { procedureFor } from '#server/endpoints.ts';
import { Refusal } from './refusal.ts';
import { inRequest, withTenant } from './tenant-transaction.ts';
import { followingMergedClient } from './merged-client-redirect.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';

export type Server = {
  readonly db: Database;
  readonly clock: () => Date;
  readonly authentication: Authentication;
  readonly log: Logger;
  readonly concurrencyLimit: ConcurrencyLimit;
};
export type RouteEntry = { readonly noun: string; readonly name: string; readonly entry: Endpoint };

/** The way of every request: from the same site, known, allowed, well formed, answered once, and written down. */
export async function answerTo(
  server: Server,
  route: RouteEntry,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const id = randomUUID();
  const action = `${route.noun}.${route.name}`;
  const started = performance.now();
  const response = await answered(server, route, request, params, id).catch((error: unknown) =>
    problemResponse(problemIn(error, server.log, action)),
  );
  server.log.info({ id, action, status: response.status, ms: Math.round(performance.now() - started) });
  response.headers.set('X-Request-Id', id);
  return response;
}

async function answered(
  server: Server,
  route: RouteEntry,
  request: Request,
  params: Readonly<Record<string, string>>,
  id: string,
): Promise<Response> {
  refuseOtherSites(request, route.entry);
  if (route.noun === 'signIn') return answerAuthEndpoint(server, route, request);

  const visitor = await server.authentication.authenticate(request, route.noun === 'changes');
  if (visitor.kind === 'nobody') throw new Refusal('signed-out');
  if (visitor.kind === 'locked') throw new Refusal('locked');
  const { actor } = visitor;
  const action = `${route.noun}.${route.name}`;
  try {
    if (!rolesFor(route.noun, route.name).includes(actor.role)) throw new Refusal('not-your-role');
    return await server.concurrencyLimit.take(actor.staffId, () => answeredFor(server, route, request, params, actor, id));
  } catch (error) {
    if (error instanceof Refusal && denials.includes(error.code)) {
      await withTenant(server.db, actor.organizationId, instantOf(server.clock()), (db) => recordDenied(db, actor, action, id));
    }
    throw error;
  }
}

const denials: readonly RefusalCode[] = ['not-your-role', 'client-unknown', 'session-unknown', 'import-unknown'];

async function answeredFor(
  server: Server,
  route: RouteEntry,
  request: Request,
  params: Readonly<Record<string, string>>,
  actor: Actor,
  id: string,
): Promise<Response> {
  const { entry } = route;
  const input = await inputOf(entry, request, params);
  const write = entry.method === 'POST' && entry.idempotent === true;
  const file = entry.raw === undefined ? null : new Uint8Array(await request.arrayBuffer());
  const afterwards: Afterwards[] = [];
  const question = {
    action: `${route.noun}.${route.name}`,
    id,
    write,
    version: versionOf(entry, request),
    silent: route.noun === 'changes',
    file,
    afterwards: (work: Afterwards) => void afterwards.push(work),
  };
  const answerIn = async (context: Context, about: unknown) =>
    entry.output.parse(await procedureFor(route.noun, route.name)(about, context));
  const { answer, changed } = await followingMergedClient(server.db, actor, instantOf(server.clock()), input, (about) =>
    inRequest(server.db, actor, question, server.clock, async (context): Promise<Answer> =>
      write
        ? withIdempotencyKey(context, question.action, request, input, () => answerIn(context, about))
        : { answer: await answerIn(context, about), changed: [] },
    ),
  );
  reach('after-commit');
  // Its answer is stored, so it is given whatever becomes of the work that follows; each work keeps its own account.
  for (const work of afterwards) void work(server).catch((error: unknown) => problemIn(error, server.log, `${question.action} afterwards`));
  return Response.json(answer, { headers: { 'X-Api-Version': '1', ...(changed.length === 0 ? {} : { 'X-Changed': changed.join(', ') }) } });
}

const fileTypes = /^(application\/octet-stream|text\/csv)\b/;

/** A change must come from a page of ours: as JSON or as a file, and not from another site. */
function refuseOtherSites(request: Request, entry: Endpoint): void {
  if (entry.method === 'GET') return;
  const type = request.headers.get('content-type') ?? '';
  if (entry.raw !== undefined && !fileTypes.test(type)) throw new Refusal('body-not-json', 'Send the file as application/octet-stream.');
  if (entry.raw === undefined && !type.startsWith('application/json')) throw new Refusal('body-not-json', 'Send application/json.');
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  // A sandboxed frame says "null", which is no address at all.
  const foreign = origin !== null && URL.parse(origin)?.host !== (request.headers.get('host') ?? new URL(request.url).host);
  if ((site !== null && site !== 'same-origin' && site !== 'none') || foreign) throw new Refusal('wrong-origin');
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
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

// The driver gives these no code, and the sign-in library hides the driver's behind its own.
const withoutDatabase = /timeout exceeded when trying to connect|Connection terminated|not queryable|Failed to get session/;

function problemIn(error: unknown, log: Logger, action: string) {
  if (error instanceof Refusal) return problemOf(error.code, error.detail, error.fields);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : 'unknown';
  // An answer that can't be written down is not given: for whoever asks, the database isn't there.
  const unrecorded = message.includes('audit_event');
  // The text of a database error may quote a row, so only its code is logged.
  log.error({ action, code, ...(code === '' ? { message } : {}) }, 'a request ended in an error');
  return problemOf(databaseUnavailable.has(code) || unrecorded || withoutDatabase.test(message) ? 'unavailable' : 'unexpected');
}
