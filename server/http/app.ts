import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';
import { problemOf } from '#contract/refusals.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import type { Authentication } from './authentication.ts';
import { ConcurrencyLimit } from './concurrency-limit.ts';
import { health } from './health.ts';
import { openApi } from './open-api.ts';
import { problemIn, problemResponse } from './problem-details.ts';
import { longestRequest as usualLongest } from './request-deadline.ts';
import type { Server } from './route-entry.ts';
import { respondTo } from './request-handler.ts';
import { headersOfAnswers, policyReports } from './security-headers.ts';

export type App = { readonly fetch: (request: Request) => Promise<Response> };

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly authentication: Authentication;
  readonly log: Logger;
  readonly longestRequest?: number;
};

/** The whole server: a function from request to response. */
export function createApp({ db, clock, authentication, log, longestRequest = usualLongest }: Parts): App {
  const server: Server = { db, clock, authentication, log, concurrencyLimit: new ConcurrencyLimit(), longestRequest };
  const app = new Hono();
  app.use(headersOfAnswers());
  app.use('/api/*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  health(app, db);
  app.get('/api/openapi.json', (context) => context.json(openApi()));
  policyReports(app, log);

  for (const [noun, entries] of Object.entries(contract)) {
    for (const [name, entry] of Object.entries<Endpoint>(entries)) {
      app.on(entry.method, `/api${entry.path}`, (context) =>
        respondTo(server, { noun, name, entry }, context.req.raw, context.req.param()),
      );
    }
  }
  app.all('/api/*', () => problemResponse(problemOf('not-found')));
  app.onError((error) => problemResponse(problemIn(error, log, 'app')));
  return { fetch: (request) => Promise.resolve(app.fetch(request)) };
}
