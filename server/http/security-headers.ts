import type { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { mostBeforeSignIn, withinBytes } from './body-limit.ts';

const nothing = ["'none'"];
const own = ["'self'"];
const reportUri = '/api/csp-reports';

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
  reportUri,
};

const forAll = {
  referrerPolicy: 'no-referrer',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  xFrameOptions: 'DENY',
};

export const headersOfAnswers = () => secureHeaders(forAll);

export const headersOfPages = () =>
  secureHeaders({ ...forAll, contentSecurityPolicy, permissionsPolicy: { camera: [], microphone: [], geolocation: [] } });

/** The address of a page names its client, and a log may not. */
const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Logs what a browser refused on a page of ours. */
export function policyReports(app: Hono, log: Logger): void {
  app.post(reportUri, async (context) => {
    const text = await (await withinBytes(context.req.raw, mostBeforeSignIn)).text();
    const report = text
      .replaceAll(ids, '(id)')
      .slice(0, 500)
      .replaceAll(/[^\x20-\x7e]/g, ' ');
    log.error({ report }, 'the browser refused something on a page');
    return context.body(null, 204);
  });
}
