import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { App } from './app.ts';
import { compressed } from './compression.ts';
import { withPeer } from './rate-limit.ts';
import { pagesFrom } from './static-files.ts';

/** The server and its pages at one address, as node serves them. */
export function siteOf(app: App, isStopping: () => boolean): Hono {
  const site = new Hono();
  // A load balancer is told first, so that nothing new is sent to a server that is stopping.
  site.use('/api/readyz', async (context, next) => (isStopping() ? context.json({ ready: false }, 503, { 'Retry-After': '5' }) : next()));
  site.all('/api/*', async (context) =>
    compressed(context.req.raw, await app.fetch(withPeer(context.req.raw, getConnInfo(context).remote.address))),
  );
  site.route('/', pagesFrom('dist'));
  return site;
}
