import { test as plain, expect, type Page } from '@playwright/test';
import { demoPassword } from '#mocks/fixtures/demo.ts';

export const people = {
  therapist: 'r.ortiz@cairn.demo',
  tech: 'k.lin@cairn.demo',
  director: 'a.mbeki@cairn.demo',
  administrator: 'j.park@cairn.demo',
  neighbor: 'l.ferrer@riverbend.demo',
} as const;

/** Signs in by the form, as a person would. */
export async function signIn(page: Page, who: keyof typeof people): Promise<void> {
  await page.goto('/');
  await page.getByLabel('E-mail').fill(people[who]);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Places' }).first()).toBeVisible();
}

/** Opens the log of the day’s session with the most cups still to record: one that is nearly done has no second row to type in. */
export async function openFullestLog(page: Page): Promise<void> {
  await page.goto('/sessions');
  const rows = page.getByRole('row').filter({ hasText: /of \d+ recorded/ });
  await expect(rows.first()).toBeVisible();
  const open = (await rows.allInnerTexts()).map((text) => {
    const [, recorded, due] = /(\d+) of (\d+) recorded/.exec(text) ?? [];
    return Number(due) - Number(recorded);
  });
  await rows
    .nth(open.indexOf(Math.max(...open)))
    .getByRole('link', { name: /results/i })
    .click();
  await expect(page.getByRole('grid', { name: 'Cups of this session' })).toBeVisible();
}

/** What must never happen on a page, as it happens: script errors, and things that the policy of the page refused. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Being asked to sign in is an answer, and the browser logs it by itself.
    if (message.type() === 'error' && !/status of 40[1-9]|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET/.test(message.text()))
      complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      reportError(new Error(`the page's policy refused ${event.violatedDirective} ${event.blockedURI}`));
    });
  });
  return complaints;
}

/** Every story also watches its page. */
export const test = plain.extend<{ watched: string[] }>({
  watched: [
    async ({ page }, use) => {
      const complaints = await complaintsOf(page);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
