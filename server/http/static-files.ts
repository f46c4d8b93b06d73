import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { headersOfPages } from './security-headers.ts';

/** The built page and its files. Any address that is no file is the page itself. */
export function pagesFrom(folder: string): Hono {
  const app = new Hono();
  app.use(headersOfPages());
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use('/*', async (context, next) => {
    await next();
    if (context.res.headers.get('content-type')?.startsWith('text/html') === true) context.header('Cache-Control', 'no-cache');
  });
  app.use('/*', serveStatic({ root: folder, precompressed: true }));
  app.get('/assets/*', (context) => context.text('There is no such file.', 404));
  app.get('/*', serveStatic({ root: folder, path: 'index.html' }));
  return app;
}
