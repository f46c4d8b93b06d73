import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const nothing = ["'none'"];
const own = ["'self'"];

/** Only our own files run, look or connect; strings never become script. */
const contentSecurityPolicy = {
  defaultSrc: nothing,
  scriptSrc: own,
  styleSrc: own,
  imgSrc: ["'self'", 'data:'],
  fontSrc: own,
  connectSrc: own,
  formAction: own,
  frameAncestors: nothing,
  baseUri: nothing,
  objectSrc: nothing,
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: nothing,
  reportUri: '/api/csp-reports',
};

/** The built page and its files. Any address that is no file is the page itself. */
export function pagesFrom(folder: string): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy,
      referrerPolicy: 'no-referrer',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      xFrameOptions: 'DENY',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }),
  );
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
