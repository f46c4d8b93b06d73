import { existsSync } from 'node:fs';
import { browserEnvironment } from '../../scripts/browser.mjs';
import { chromium, type Browser, type Page } from 'playwright-core';

const known = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A browser of this machine; null where there is none. */
export const chromiumPath: string | null = known.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

export const openBrowser = (path: string): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: flags, env: browserEnvironment() });

/** A page of its own visitor, with everything that must never happen on it: script errors, and what the page's policy refused. */
export async function aVisitor(browser: Browser): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Being asked to sign in is an answer, and the browser logs it by itself.
    const expected = message.text().includes('status of 401') && new URL(message.location().url).pathname === '/api/me';
    if ((message.type() === 'error' || message.type() === 'warning') && !expected) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      reportError(new Error(`the page's policy refused ${event.violatedDirective} ${event.blockedURI}`));
    });
  });
  return { page, complaints };
}
