import { randomUUID } from 'node:crypto';
import { instantOf } from '#domain/calendar/calendar.ts';
import { reach } from '#server/database/failpoints.ts';
import { procedureFor } from '#server/endpoints.ts';
import { answerAuthEndpoint } from '#server/identity/auth-endpoints.ts';
import { refuseOthersPage, signedIn } from './authentication.ts';
import { authorize, recordingDenials } from './authorization.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Afterwards, Context } from './endpoint-handler.ts';
import { mostBeforeSignIn, withinBytes } from './body-limit.ts';
import { withIdempotencyKey, type Answer } from './idempotency.ts';
import { followingMergedClient } from './merged-client-redirect.ts';
import { problemIn, problemResponse } from './problem-details.ts';
import { inputOf, mostBytes, versionOf } from './request-input.ts';
import type { RouteEntry, Server } from './route-entry.ts';
import { withFreshAnswers } from '#server/projections/fresh-answers.ts';
import { refuseOtherSites } from './same-origin.ts';
import { lockNamedRecords } from './named-records.guards.ts';
import { inRequest } from './tenant-transaction.ts';

type Params = Readonly<Record<string, string>>;

/** Answers a request, whatever becomes of it, and logs how it went. */
export async function respondTo(server: Server, route: RouteEntry, request: Request, params: Params): Promise<Response> {
  const requestId = randomUUID();
  const action = `${route.noun}.${route.name}`;
  const started = performance.now();
  const left = () => server.longestRequest - (performance.now() - started);
  const response = await handle(server, route, request, params, { requestId, action, left }).catch((error: unknown) =>
    problemResponse(problemIn(error, server.log, action)),
  );
  server.log.info({ id: requestId, action, status: response.status, ms: Math.round(performance.now() - started) });
  response.headers.set('X-Request-Id', requestId);
  return response;
}

/** `left` says how many milliseconds the request may still take. */
type Named = { readonly requestId: string; readonly action: string; readonly left: () => number };

/** The way of every request: from the same site, known, allowed, well formed, answered once, and written down. */
async function handle(server: Server, route: RouteEntry, request: Request, params: Params, named: Named): Promise<Response> {
  const { db, clock, authentication, concurrencyLimit } = server;
  refuseOtherSites(request, route.entry);
  if (route.noun === 'signIn') return answerAuthEndpoint(server, route, await withinBytes(request, mostBeforeSignIn));
  const actor = await signedIn(authentication, request, { quiet: route.noun === 'changes' });
  refuseOthersPage(request, actor);
  return recordingDenials({ db, actor, ...named, now: instantOf(clock()) }, async () => {
    authorize(route, actor);
    return concurrencyLimit.take(actor.staffId, async () => {
      const whole = await withinBytes(request, mostBytes(route.entry));
      const input = await inputOf(route.entry, whole, params);
      const { answer, changed, afterwards } = await answerInTransaction(server, route, whole, { actor, input, ...named });
      reach('after-commit');
      // Its answer is stored, so it is given whatever becomes of the work that follows; each work keeps its own account.
      for (const work of afterwards)
        void work(server).catch((error: unknown) => problemIn(error, server.log, `${named.action} afterwards`));
      return Response.json(answer, {
        headers: { 'X-Api-Version': '1', ...(changed.length === 0 ? {} : { 'X-Changed': changed.join(', ') }) },
      });
    });
  });
}

type Known = Named & { readonly actor: Actor; readonly input: unknown };

/** The procedure's answer, from a transaction of its own, given once for an idempotency key and validated before it leaves. */
async function answerInTransaction(
  { db, clock }: Server,
  { noun, name, entry }: RouteEntry,
  request: Request,
  { actor, input, action, requestId, left }: Known,
): Promise<Answer & { readonly afterwards: readonly Afterwards[] }> {
  const afterwards: Afterwards[] = [];
  const write = entry.method === 'POST' && entry.idempotent === true;
  const details = {
    action,
    id: requestId,
    write,
    left,
    version: versionOf(entry, request),
    silent: noun === 'changes',
    file: entry.raw === undefined ? null : new Uint8Array(await request.arrayBuffer()),
    afterwards: (work: Afterwards) => void afterwards.push(work),
  };
  const answerTo = async (about: unknown, context: Context) => entry.output.parse(await procedureFor(noun, name)(about, context));
  const answer = await withFreshAnswers(db, actor.organizationId, clock, (renewed) =>
    followingMergedClient(db, actor, instantOf(clock()), input, (about) =>
      inRequest(db, actor, { ...details, renewed }, clock, async (context): Promise<Answer> => {
        // Where two waited for each other, or stored answers were old, it is all done once more.
        afterwards.length = 0;
        if (write) await lockNamedRecords(context.db, action, about);
        return write
          ? withIdempotencyKey(context, action, request, input, () => answerTo(about, context))
          : { answer: await answerTo(about, context), changed: [] };
      }),
    ),
  );
  return { ...answer, afterwards };
}
