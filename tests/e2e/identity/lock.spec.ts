import { demoPassword } from '#mocks/fixtures/demo.ts';
import { expect, openFullestLog, signIn, test } from '../story.ts';

test('S-E locking in the middle of a log takes every name out of the page, and unlocking brings the rows back', async ({ page }) => {
  await signIn(page, 'tech');
  await openFullestLog(page);
  const grid = page.getByRole('grid', { name: 'Cups of this session' });
  const blank = grid.getByRole('row').filter({ hasText: 'not recorded' }).first();
  const name = await blank.getByRole('rowheader').innerText();
  await blank.click();
  await page.keyboard.press('n');
  // Half a strip on the next row: who comes back goes on typing there.
  const next = await grid.getByRole('row').filter({ hasText: 'not recorded' }).first().getByRole('rowheader').innerText();
  await page.keyboard.press('1');
  const recorded = page.getByRole('row').filter({ hasText: name });
  await expect(recorded).toContainText('all drug lines present');

  await page.getByRole('button', { name: 'Lock' }).first().click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page).toHaveTitle('Locked');
  expect(await page.content()).not.toContain(name);
  // The page is empty at once; the server hears of it a moment later.
  await expect.poll(async () => (await page.request.get('/api/sessions')).status()).toBe(401);

  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('That e-mail and password don’t match.')).toBeVisible();
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(recorded).toContainText('all drug lines present');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(recorded).toContainText('all drug lines present');
  await expect(page.getByRole('row').filter({ hasText: next })).toContainText('no line: THC');
});

test('a dialog that is open when ten idle minutes are over comes back with what was typed in it', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'therapist');
  await page.getByRole('listitem', { name: 'Jordan M.' }).click();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Snooze Jordan M.' });
  await dialog.getByLabel('Why can it wait?').fill('They come in on Wed');
  await page.clock.fastForward(10 * 60_000 + 2_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Jordan M.')).toHaveCount(0);
  await page.getByLabel('Password').click();
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Why can it wait?')).toHaveValue('They come in on Wed');
  await expect(dialog.getByLabel('Why can it wait?')).toBeFocused();
  await page.keyboard.type('nesday');
  await expect(dialog.getByLabel('Why can it wait?')).toHaveValue('They come in on Wednesday');
});

test('signing out in one tab takes every client out of the other at once', async ({ page, context }) => {
  await signIn(page, 'therapist');
  await expect(page.getByText('Jordan M.')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/today');
  await expect(other.getByText('Jordan M.')).toBeVisible();
  await page
    .getByRole('button', { name: /Sign out/ })
    .first()
    .click();
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(await other.content()).not.toMatch(/Jordan/);
});

test('A17 ten idle minutes lock the page, and a minute before a key keeps it open', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'therapist');
  await expect(page.getByText('Jordan M.')).toBeVisible();
  await page.clock.fastForward(9 * 60_000 + 5_000);
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(page.getByText('Jordan M.')).toBeVisible();
  await page.clock.fastForward(10 * 60_000 + 2_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Jordan M.')).toHaveCount(0);
});

test('no name, chart number or birth date is in an address, a title or the browser’s storage', async ({ page }) => {
  const addresses: string[] = [];
  const titles: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signIn(page, 'therapist');
  await page.getByRole('link', { name: 'Jordan M.' }).click();
  await expect(page.locator('figure[data-chart="journey"]')).toBeVisible();
  titles.push(await page.title());
  await page.getByRole('link', { name: 'Adjust plan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  titles.push(await page.title());
  await page.goto('/clients');
  await page.getByRole('searchbox').fill('jordan 4417');
  await expect(page.getByText('Jordan')).toBeVisible();
  titles.push(await page.title(), page.url());

  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
  // The router keeps how far each address was scrolled, and nothing else.
  expect(kept.session.filter((key) => !key.startsWith('tsr-scroll'))).toEqual([]);
  expect({ ...kept, session: [] }).toEqual({ local: [], session: [], databases: 0, caches: 0, workers: 0, cookies: '' });
  const everything = [...addresses, ...titles, JSON.stringify(kept)].join('\n');
  expect(everything).not.toMatch(/jordan|marsh|4417|1992-02-12/i);
});

test('after signing out, Back shows nobody', async ({ page }) => {
  await signIn(page, 'therapist');
  await expect(page.getByText('Jordan M.')).toBeVisible();
  await page.goto('/today?for=team');
  await page.goto('/clients');
  await page
    .getByRole('button', { name: /Sign out/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Jordan M.')).toHaveCount(0);
});

test('a pasted address of somebody else’s client says so, and nothing more', async ({ page }) => {
  await signIn(page, 'therapist');
  await page.getByRole('link', { name: 'Jordan M.' }).click();
  await expect(page.locator('figure[data-chart="journey"]')).toBeVisible();
  const address = page.url();
  await page.context().clearCookies();
  await signIn(page, 'neighbor');
  await page.goto(address);
  await expect(page.getByText('You don’t have access to this client. Ask your supervisor to add you to the care team.')).toBeVisible();
  expect(await page.content()).not.toMatch(/Jordan/);
});
