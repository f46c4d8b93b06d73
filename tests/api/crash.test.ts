import { expect, test } from 'vitest';
import { killed } from '../crash/kill.ts';

// Twenty kills take a minute and are run by themselves: npm run crash.
const kills = 5;

test('killed in the middle of saving, five times over, it loses no acknowledged log, keeps no half and starts again by itself', async () => {
  const verdict = await killed(kills, () => undefined);
  expect(verdict).toMatchObject({ kills, lost: 0, half: 0, repeats: 0, failedRestarts: 0 });
  expect(verdict.acknowledged).toBeGreaterThan(0);
}, 180_000);
