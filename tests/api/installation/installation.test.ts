import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anInstallation, type Installation } from '#kit/processes.ts';
import { poolAt } from '#server/database/pool.ts';

let installation: Installation;
beforeEach(async () => {
  installation = await anInstallation();
});
afterEach(() => installation.remove());

const ready = async (url: string): Promise<number> => (await fetch(`${url}/api/readyz`)).status;

test('a command leaves the database of a running Cairn alone, and a clean stop puts it to rest', async () => {
  const served = await installation.serve();
  const before = await installation.postmaster();
  expect(await installation.cairn('rebuild')).toMatchObject({ code: 2 });
  expect(await installation.postmaster()).toBe(before);
  expect(await ready(served.url)).toBe(200);
  await served.end('SIGTERM');
  expect(await installation.postmaster()).toBeNull();
});

test('a command stops the database that it started itself, and not one that outlived a crash', async () => {
  expect(await installation.cairn('rebuild')).toMatchObject({ code: 2 });
  expect(await installation.postmaster()).toBeNull();

  const served = await installation.serve();
  await served.end('SIGKILL');
  const left = await installation.postmaster();
  expect(left).not.toBeNull();
  expect(await installation.cairn('rebuild')).toMatchObject({ code: 2 });
  expect(await installation.postmaster()).toBe(left);
});

test('a server whose port is taken says so, and has begun no work that fails with it', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => void taken.listen(0, listening));
  const { port } = taken.address() as AddressInfo;
  const gaveUp = await installation.serveAt(port).then(
    () => 'it started',
    (error: unknown) => String(error),
  );
  await new Promise((closed) => void taken.close(closed));
  expect(gaveUp).toContain(`Port ${port} is in use. Choose another with PORT=4311.`);
  expect(gaveUp).not.toMatch(/imports\.goOn|destroyed/);
});

test('an idle connection is kept, so that a server with nothing to do is still seen', () => {
  expect(poolAt('postgres://nowhere/none').options.idleTimeoutMillis).toBe(0);
});
