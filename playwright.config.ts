import { defineConfig } from '@playwright/test';
import { browserEnvironment, installedBrowser } from './scripts/browser.mjs';
import { base } from './tests/e2e/address.ts';

// Whoever tells the stories alone has the same browser as the whole run.
const executablePath = installedBrowser() ?? '';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // The stories share one clinic, so they are told one after another.
  workers: 1,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? 'list' : [['dot'], ['json']],
  outputDir: 'test-results',
  use: {
    baseURL: base,
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === '' ? {} : { executablePath }),
      env: browserEnvironment(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node tests/e2e/serve.ts',
    url: `${base}/api/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
