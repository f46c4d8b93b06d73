import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInstallation, type Installation } from '#kit/processes.ts';
import { killed } from '../../crash/kill.ts';
import { interrupted } from '../../crash/migrations.ts';
import { rolled } from '../../crash/rolling.ts';

// Three hundred kills take half an hour and are run by themselves: npm run crash -- --runs 300.
const kills = 6;
const quiet = () => undefined;

// The demonstration takes longer to write than all of the deaths on it.
let installation: Installation;
beforeAll(async () => void (installation = await anInstallation()));
afterAll(() => installation.remove());

test('killed in the middle of saving, at random and where it hurts most, it loses no acknowledged log, keeps no half and starts again by itself', async () => {
  const verdict = await killed(installation, kills, quiet);
  expect(verdict).toMatchObject({ kills, lost: 0, half: 0, repeats: 0, failedRestarts: 0 });
  expect(verdict.acknowledged).toBeGreaterThan(0);
}, 600_000);

test('killed in the middle of its migrations it leaves the old schema whole, and the next start completes them', async () => {
  const verdict = await interrupted(0, 12, quiet);
  expect(verdict).toMatchObject({ halfDone: 0, completed: true });
  expect(verdict.kills).toBeGreaterThan(0);
}, 600_000);

test('of two servers restarted in turn under writes, no log is refused, lost or stored by half', async () => {
  const verdict = await rolled(installation, 3, quiet);
  expect(verdict).toMatchObject({ restarts: 3, failed: 0, lost: 0, half: 0, withoutRetryAfter: 0 });
  expect(verdict.saved).toBeGreaterThan(0);
}, 600_000);
