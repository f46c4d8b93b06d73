import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

/** The stories' configuration as a run finds it that knows of no browser beforehand. */
async function launched(): Promise<string | undefined> {
  vi.resetModules();
  const { default: config } = await import('../../../playwright.config.ts');
  return config.use?.launchOptions?.executablePath;
}

test('the stories alone find the browser of the system, as the whole run does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-browser-'));
  const chromium = join(folder, 'chromium');
  writeFileSync(chromium, '#!/bin/sh\n');
  chmodSync(chromium, 0o755);
  vi.stubEnv('CHROMIUM_PATH', undefined);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  expect(await launched()).toBe(chromium);
});

test('a browser that is named goes before the one of the system', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/opt/browser');
  expect(await launched()).toBe('/opt/browser');
});
