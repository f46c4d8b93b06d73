import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import pino from 'pino';
import { createApp } from '#server/http/app.ts';
import { idleMinutes } from '#server/identity/auth-endpoints.ts';
import { openInstallation } from './installation.ts';
import { goOnAfterStart } from '#server/imports/import-worker.ts';
import { compressed } from '#server/http/compression.ts';
import { pagesFrom } from '#server/http/static-files.ts';
import { setUpLink } from '#server/identity/set-up-link.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';
import { startJobs } from '#server/jobs/run-jobs.ts';

const demo = process.argv.includes('--demo');
const port = Number(process.env['PORT'] ?? 4310);
const address = process.env['CAIRN_URL'] ?? `http://localhost:${port}`;
const print = (line: string) => void process.stdout.write(`${line}\n`);
const log = pino({ level: process.env['CAIRN_LOG'] ?? 'warn' });

const program = demo ? await import('#mocks/fixtures/demo.ts') : null;
const installation = await openInstallation({
  log: print,
  env: process.env,
  serves: true,
  database: program?.demoDatabase(new Date()) ?? 'cairn',
}).catch(giveUp);
const signIns = (await program?.readyDemo(installation.db, new Date(), print)) ?? [];
const authentication = authenticationFor({
  db: installation.db,
  secret: installation.secret,
  baseUrl: address,
  clock: () => new Date(),
  idleMinutes,
});
const app = createApp({ db: installation.db, clock: () => new Date(), authentication, log });

const longestDrain = 20_000;
let leaving = false;

const whole = new Hono();
// A load balancer is told first, so that nothing new is sent to a server that is leaving.
whole.use('/api/readyz', async (context, next) => (leaving ? context.json({ ready: false }, 503, { 'Retry-After': '5' }) : next()));
whole.all('/api/*', async (context) => {
  const headers = new Headers(context.req.raw.headers);
  headers.set('x-cairn-peer', getConnInfo(context).remote.address ?? '127.0.0.1');
  return compressed(context.req.raw, await app.fetch(new Request(context.req.raw, { headers })));
});
whole.route('/', pagesFrom('dist'));

const jobs = startJobs(installation.db, () => new Date(), log);
void goOnAfterStart({ db: installation.db, clock: () => new Date() }).catch((error: unknown) =>
  log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'an import did not go on'),
);
const server = serve(
  { fetch: whole.fetch, port, serverOptions: { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 } },
  () => void announce(),
);
server.on('error', (error) => {
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  const fault = inUse ? new Error(`Port ${port} is in use. Choose another with PORT=4311.`) : error;
  void jobs
    .stop()
    .then(installation.close)
    .finally(() => giveUp(fault));
});

async function announce(): Promise<void> {
  print(`Cairn is at ${address}`);
  for (const { email, password, role } of signIns) print(`  ${role.padEnd(14)} ${email}  ${password}`);
  const link = demo ? null : await setUpLink(installation.db, address);
  if (link !== null) print(`Nobody can sign in yet. Set up the first administrator, once, within a day: ${link}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (leaving) return;
    leaving = true;
    print('Stopping: requests in progress are finished first.');
    const end = () =>
      void jobs
        .stop()
        .then(installation.close)
        .finally(() => process.exit(0));
    server.close(end);
    setTimeout(end, longestDrain).unref();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function giveUp(error: unknown): never {
  print(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
