import type { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from '../story.ts';

type Listed = { readonly id: string; readonly booked: number; readonly attendanceTaken: number; readonly cancelledBecause: string | null };

const dayAhead = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Opens the roster of the first group, so many days from today on, in which twelve people or more are still to be marked. */
async function openRoster(page: Page, from: number): Promise<Locator> {
  const { today } = await (await page.request.get('/api/sessions')).json();
  for (let ahead = from; ahead < from + 7; ahead += 1) {
    const { sessions } = await (await page.request.get(`/api/sessions?on=${dayAhead(today, ahead)}`)).json();
    const group = (sessions as Listed[]).find((one) => one.booked - one.attendanceTaken >= 12 && one.cancelledBecause === null);
    if (group === undefined) continue;
    await page.goto(`/sessions/${group.id}/attendance`);
    break;
  }
  const grid = page.getByRole('grid', { name: 'Who is here' });
  await expect(grid).toBeVisible();
  return grid;
}

const blankRows = (grid: Locator): Locator => grid.getByRole('row').filter({ hasText: 'not marked' });

/** Before a session opens nobody is here or missed yet, and whoever is excused can be marked as that. */
const isOpen = async (page: Page): Promise<boolean> => (await page.getByText(/can be marked from/).count()) === 0;

test.describe.configure({ mode: 'serial' });

test('U4 twelve people are marked by keyboard alone within fifteen keys, and stay so after a reload', async ({ page }) => {
  await signIn(page, 'therapist');
  const grid = await openRoster(page, 0);
  const blank = await blankRows(grid).count();
  await expect(grid.locator(':focus')).toHaveCount(1);
  const key = (await isOpen(page)) ? 'p' : 'x';
  const keys = [...Array<string>(12).fill(key), 'Control+Enter', 'Enter'];
  for (const one of keys) await page.keyboard.press(one);
  expect(keys.reduce((count, one) => count + one.split('+').length, 0)).toBeLessThanOrEqual(15);
  await expect(page.getByText('12 marks are saved.').first()).toBeVisible();
  await page.reload();
  await expect(blankRows(page.getByRole('grid'))).toHaveCount(blank - 12);
});

test('what was marked can be undone before it is saved, and leaving with it asks first', async ({ page }) => {
  await signIn(page, 'tech');
  const grid = await openRoster(page, 2);
  const blank = await blankRows(grid).count();
  await page.keyboard.press('x');
  await page.keyboard.press('x');
  await page.keyboard.press('Control+z');
  await expect(blankRows(grid)).toHaveCount(blank - 1);
  await page.getByRole('link', { name: /^Sessions, / }).click();
  await expect(page.getByRole('dialog')).toContainText('Leave without saving?');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('U4 twelve people are marked by one tap each, with targets that a thumb hits and the tally in sight', async ({ page }) => {
    await signIn(page, 'therapist');
    const grid = await openRoster(page, 1);
    const name = (await isOpen(page)) ? 'Here' : 'Excused';
    const taps = grid.getByRole('button', { name: new RegExp(`: ${name}$`) });
    for (let nth = 0; nth < 12; nth += 1) {
      const target = taps.nth(nth);
      await target.scrollIntoViewIfNeeded();
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await target.tap();
      await expect(target).toHaveAttribute('aria-pressed', 'true');
    }
    const row = await grid.getByRole('row').nth(1).boundingBox();
    expect(row?.height).toBeGreaterThanOrEqual(56);
    const save = page.getByRole('button', { name: 'Save 12 marks' });
    await expect(save).toBeInViewport();
    await save.tap();
    await expect(page.getByText('12 marks are saved.').first()).toBeVisible();
  });
});

test('a roster prints names, a second identifier and room to write, and nothing of treatment', async ({ page }) => {
  await signIn(page, 'tech');
  await openRoster(page, 2);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('section').filter({ hasText: /^Roster: / });
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText(/DEMO-\d+/);
  await expect(sheet).toContainText('Initials');
  await expect(sheet.getByText('walk-in')).toHaveCount(4);
  await expect(page.getByText(/Nobody on this sheet is real/)).toBeVisible();
  await expect(sheet).not.toContainText(/missed in a row|phase|screen|medication/i);
});
