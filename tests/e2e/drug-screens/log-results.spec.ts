import type { Locator, Page } from '@playwright/test';
import { expect, openFullestLog, signIn, test } from '../story.ts';

async function openLog(page: Page) {
  await signIn(page, 'tech');
  await openFullestLog(page);
  const grid = page.getByRole('grid', { name: 'Cups of this session' });
  await expect(grid).toBeVisible();
  return grid;
}

/** Stories that were told before may have recorded some cups of this session. */
const blankRows = (grid: Locator): Locator => grid.getByRole('row').filter({ hasText: 'not recorded' });

/** Presses keys one at a time and answers how many; a chord counts its keys. */
async function press(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.reduce((count, key) => count + key.split('+').length, 0);
}

/** Signs the rows that the review shows, and answers how many keys that took. */
async function signReviewed(page: Page): Promise<number> {
  await expect(page.getByRole('dialog', { name: /^Sign th/ }).getByRole('table')).toBeVisible();
  return press(page, ['Control+Enter']);
}

test.describe.configure({ mode: 'serial' });

test('S-A and S-B blank rows stay not recorded, and a wrong count saves nothing and says the difference', async ({ page }) => {
  const grid = await openLog(page);
  const before = await blankRows(grid).count();
  await blankRows(grid).first().click();
  await press(page, ['n', 'n']);
  await press(page, ['Control+Enter', '3', 'Enter']);
  await expect(page.getByText(/You read 3\. 2 results are entered/).first()).toBeVisible();
  await page.reload();
  await expect(blankRows(page.getByRole('grid'))).toHaveCount(before);
});

test('S-D what is typed while offline is kept, and leaving warns', async ({ page, context }) => {
  const grid = await openLog(page);
  const blank = blankRows(grid).first();
  await blank.click();
  await page.keyboard.press('n');
  await context.setOffline(true);
  await press(page, ['Control+Enter', '1', 'Enter']);
  await signReviewed(page);
  await expect(page.getByText(/You’re offline\. 1 result is kept on this screen/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Clients' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Leave without signing?');
  await page.getByRole('button', { name: 'Stay here' }).last().click();
  await context.setOffline(false);
  await expect(page.getByText(/therapists/i).first()).toBeVisible({ timeout: 20_000 });
});

test('U2 a group’s cups are logged by keyboard alone within 36 keys, and a retry after a lost answer stores them once', async ({
  page,
}) => {
  const grid = await openLog(page);
  const blank = await blankRows(grid).count();
  const rows = Math.min(14, blank);
  expect(rows).toBeGreaterThan(4);
  await expect(grid.locator(':focus')).toHaveCount(1);

  const lines = Array.from({ length: rows - 5 }, () => 'n');
  let keys = await press(page, lines);
  keys += await press(page, ['3', 'Enter', '3', 'Enter', '3', 'Enter', '1', '2', 'Enter', 'd']);
  keys += await press(page, ['Control+Enter', ...String(rows - 1).split('')]);

  // The first answer is lost on its way back, after the server stored the batch.
  let lost = false;
  await page.route('**/results', async (route) => {
    if (route.request().method() !== 'POST' || lost) return route.continue();
    lost = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
  keys += await press(page, ['Enter']);
  keys += await signReviewed(page);
  expect(keys).toBeLessThanOrEqual(36);

  const again = page.getByRole('button', { name: 'Send again' });
  await expect(again.or(page.getByText(/therapists/i).first())).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(page.getByText(/therapists/i).first()).toBeVisible();

  await page.reload();
  await expect(blankRows(page.getByRole('grid'))).toHaveCount(blank - rows);
});
