import { serve } from '@hono/node-server';
import pino from 'pino';
import { instantOf } from '#domain/calendar/calendar.ts';
import { createApp } from '#server/http/app.ts';
import { idleMinutes } from '#server/identity/idle-lock.ts';
import { systemClock } from './clock.ts';
import { openInstallation } from './installation.ts';
import { keepImportsGoing } from '#server/imports/left-imports.ts';
import { siteOf } from '#server/http/site.ts';
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
  database: program?.demoDatabase(systemClock()) ?? 'cairn',
}).catch(giveUp);
const signIns = (await program?.readyDemo(installation.db, systemClock(), print)) ?? [];
const authentication = authenticationFor({
  db: installation.db,
  libraryDb: installation.libraryDb,
  secret: installation.secret,
  baseUrl: address,
  clock: systemClock,
  idleMinutes,
});
const app = createApp({ db: installation.db, clock: systemClock, authentication, log });

const longestDrain = 20_000;
let stopping = false;

const site = siteOf(app, () => stopping);
const jobs = startJobs(installation.db, systemClock, log);
let stopImports: () => void = () => undefined;
const server = serve(
  { fetch: site.fetch, port, serverOptions: { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 } },
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
  // A server that gives up because its port is taken must not have begun work that its database is then taken away from.
  stopImports = keepImportsGoing({ db: installation.db, clock: systemClock }, log).stop;
  print(`Cairn is at ${address}`);
  for (const { email, password, role } of signIns) print(`  ${role.padEnd(14)} ${email}  ${password}`);
  const link = demo ? null : await setUpLink(installation.db, address, instantOf(systemClock()));
  if (link !== null) print(`Nobody can sign in yet. Set up the first administrator, once, within a day: ${link}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    print('Stopping: requests in progress are finished first.');
    stopImports();
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
