import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aVisitor, chromiumPath, openBrowser } from '#kit/chromium.ts';
import type { Database } from '#server/database/pool.ts';
import { aDirector, aTherapist, password, served } from './served-clinic.ts';

const missing = [
  chromiumPath === null ? 'there is no browser here' : null,
  existsSync('dist/index.html') ? null : 'the page is not built',
].filter((why) => why !== null);
const notRun = missing.length === 0 ? '' : ` (not run: ${missing.join(', ')})`;

/** The study's people as a therapist and a director see them. Reads only, but for two who sign in. */
export function inABrowser(clinic: () => { readonly db: Database; readonly organizationId: string }): void {
  describe.skipIf(missing.length > 0)(`in a real browser${notRun}`, () => {
    let url: string;
    let browser: Browser;
    let therapist: Awaited<ReturnType<typeof aTherapist>>;
    let director: string;
    const closing: (() => Promise<void>)[] = [];

    beforeAll(async () => {
      const { db, organizationId } = clinic();
      therapist = await aTherapist(db);
      director = await aDirector(db, organizationId);
      const app = await served(db);
      closing.push(app.close);
      url = app.url;
      browser = await openBrowser(chromiumPath ?? '');
      closing.push(() => browser.close());
    });
    afterAll(async () => {
      for (const close of closing.toReversed()) await close();
    });

    async function signIn(page: Page, email: string): Promise<void> {
      await page.goto(url);
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('navigation', { name: 'Places' }).first().waitFor();
    }

    const took = async (what: string, work: () => Promise<void>) => {
      const started = performance.now();
      await work();
      process.stdout.write(`real people: ${what} in ${Math.round(performance.now() - started)} ms\n`);
    };

    test('a therapist sees their caseload and ten of its people, with hours that nobody knows said to be unknown', async () => {
      const { page, complaints } = await aVisitor(browser);
      await signIn(page, therapist.email);
      await took('Today', async () => {
        await page.goto(`${url}/today`);
        await page.locator('main a[href^="/clients/"]').first().waitFor();
      });
      expect(therapist.clientIds).toHaveLength(10);
      for (const [index, id] of therapist.clientIds.entries()) {
        await took(`client ${index + 1}`, async () => {
          await page.goto(`${url}/clients/${id}`);
          await page.locator('figure[data-chart="journey"] svg').first().waitFor();
        });
        expect(await page.locator('[data-mark="hours"][data-state="unknown"]').count()).toBeGreaterThan(0);
        expect(await page.locator('[data-mark="hours"]:not([data-state="unknown"])').count()).toBe(0);
        expect(await page.locator('main').textContent()).toMatch(/Hours aren’t known/);
        expect(await page.locator('main').textContent()).not.toMatch(/0 of 0 (h\b|prescribed|weeks)/);
      }
      expect(complaints).toEqual([]);
    });

    test('a director sees the cohort of all of them, and unknown hours are left out of its share', async () => {
      const { page, complaints } = await aVisitor(browser);
      await signIn(page, director);
      const hours = page.locator('[data-metric="hours"]');
      await took('Cohort', async () => {
        await page.goto(`${url}/cohort`);
        await hours.first().waitFor();
      });
      expect(Number(await hours.first().getAttribute('data-d'))).toBe(0);
      expect(Number(await hours.first().getAttribute('data-left-out'))).toBeGreaterThan(0);
      expect(await hours.first().textContent()).toMatch(/nothing to count.*left out/);
      expect(await hours.first().textContent()).not.toContain('%');
      expect(complaints).toEqual([]);
    });
  });
}
