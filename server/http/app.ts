import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';
import { problemOf } from '#contract/refusals.ts';
import { answerTo, type Server } from './request-handler.ts';
import type { Database } from '#server/database/pool.ts';
import type { Authentication } from './authentication.ts';
import { openApi } from './open-api.ts';
import { health } from './health.ts';
import { problemResponse } from './problem-details.ts';
import { ConcurrencyLimit } from './concurrency-limit.ts';

export type App = { readonly fetch: (request: Request) => Promise<Response> };

type Parts = { readonly db: Database; readonly clock: () => Date; readonly authentication: Authentication; readonly log: Logger };

const megabyte = 1_048_576;

/** The address of a page names its client, and a log may not. */
const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The whole server: a function from request to response. */
export function createApp({ db, clock, authentication, log }: Parts): App {
  const server: Server = { db, clock, authentication, log, concurrencyLimit: new ConcurrencyLimit() };
  const app = new Hono();
  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  app.use('/api/*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  const most = (megabytes: number) =>
    bodyLimit({
      maxSize: megabytes * megabyte,
      onError: () => problemResponse(problemOf('too-large', `Send at most ${megabytes} MB.`)),
    });
  const limits = new Map<string, ReturnType<typeof most>>(
    Object.values(contract)
      .flatMap((entries) => Object.values<Endpoint>(entries))
      .map(({ path, raw }) => [`/api${path}`, most(raw?.megabytes ?? 1)] as const),
  );
  const usual = most(1);
  app.use('/api/*', (context, next) => (limits.get(context.req.path) ?? usual)(context, next));
  health(app, db);
  app.get('/api/openapi.json', (context) => context.json(openApi()));
  app.post('/api/csp-reports', async (context) => {
    log.error(
      {
        report: (await context.req.text())
          .replaceAll(ids, '(id)')
          .slice(0, 500)
          .replaceAll(/[^\x20-\x7e]/g, ' '),
      },
      'the browser refused something on a page',
    );
    return context.body(null, 204);
  });

  for (const [noun, entries] of Object.entries(contract)) {
    for (const [name, entry] of Object.entries<Endpoint>(entries)) {
      app.on(entry.method, `/api${entry.path}`, (context) => answerTo(server, { noun, name, entry }, context.req.raw, context.req.param()));
    }
  }
  app.all('/api/*', () => problemResponse(problemOf('not-found')));
  app.onError((error) => {
    log.error({ error: error.message }, 'a request ended in an error');
    return problemResponse(problemOf('unexpected'));
  });
  return { fetch: (request) => Promise.resolve(app.fetch(request)) };
}
