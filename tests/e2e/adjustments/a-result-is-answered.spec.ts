import type { Page } from '@playwright/test';
import { expect, openFullestLog, signIn, test } from '../story.ts';

const sam = 'Sam R.';

/** How many results the director sees open since the closed weeks ended. */
async function openSince(page: Page): Promise<number> {
  await page.goto('/cohort');
  await expect(page.getByText('Time from unexpected result to a signed answer').first()).toBeVisible();
  const link = page.getByRole('link', { name: /^\d+ from after/ });
  return (await link.count()) === 0 ? 0 : Number.parseInt(await link.innerText(), 10);
}

async function as(page: Page, who: Parameters<typeof signIn>[1]): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, who);
}

test('an unexpected cup is logged, seen, answered and counted', async ({ page }) => {
  await as(page, 'director');
  const before = await openSince(page);

  await test.step('the technician logs two cups by keyboard, one of them Sam’s with no line for cocaine', async () => {
    await as(page, 'tech');
    await openFullestLog(page);
    const grid = page.getByRole('grid', { name: 'Cups of this session' });
    await expect(grid).toBeVisible();
    for (const hidden of ['buprenorphine', 'expected', 'as prescribed', '8 mg'])
      await expect(page.getByText(hidden, { exact: false })).toHaveCount(0);

    await page.getByRole('button', { name: /walk-in/ }).click();
    await page.getByLabel('Part of a name, or chart number').fill('4413');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Write in' }).click();

    await grid.getByRole('row').nth(1).click();
    await page.keyboard.press('n');
    await grid.getByRole('row').last().click();
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('row').last()).toContainText('no line: COC');

    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('How many cups did you read?')).toBeFocused();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/You read 3\. 2 results are entered/).first()).toBeVisible();
    await page.getByLabel('How many cups did you read?').fill('2');
    await page.keyboard.press('Enter');
    const review = page.getByRole('dialog', { name: 'Sign these 2 results?' });
    await expect(review.getByRole('row').filter({ hasText: 'Rosario' })).toContainText('no line: COC');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/therapists/i).first()).toBeVisible();
  });

  await test.step('the therapist finds Sam on Today, with why and by when, and the mark on the journey', async () => {
    await as(page, 'therapist');
    const row = page.getByRole('listitem', { name: sam });
    await expect(row).toContainText(/Unexpected screen on .* \(cocaine, presumptive\)\. No conversation recorded\./);
    await expect(row).toContainText(/Talk by/);
    await row.getByRole('link', { name: sam }).click();
    await expect(page.locator('figure[data-chart="journey"] [data-state="U!"]').first()).toBeVisible();
    await expect(page.getByText('It doesn’t change Sam’s place in the program.', { exact: false })).toBeVisible();
  });

  await test.step('the director sees one more open result, and its list names Sam', async () => {
    const url = page.url();
    await as(page, 'director');
    expect(await openSince(page)).toBe(before + 1);
    await page.getByRole('link', { name: /^\d+ from after/ }).click();
    await expect(page.getByRole('row')).toHaveCount(before + 2);
    await expect(page.getByRole('link', { name: /Sam/ })).toBeVisible();
    await as(page, 'therapist');
    await page.goto(url);
  });

  await test.step('the therapist talks, changes the plan and signs', async () => {
    await page.getByRole('link', { name: 'Adjust plan' }).click();
    await page.getByRole('radio', { name: 'Presumptive, go ahead' }).check();
    await page.getByLabel('When', { exact: true }).selectOption({ label: 'now' });
    await page.getByLabel('How', { exact: true }).selectOption({ label: 'in person' });
    await page.getByLabel('Safety today').selectOption({ index: 1 });
    await page.getByLabel('What did Sam tell you? Record it in their words.').fill('Payday, and an old friend at the door.');
    await page.getByRole('radio', { name: 'given today' }).check();
    await page.getByRole('checkbox', { name: 'Add individual' }).check();
    await page.getByLabel('What exactly').fill('Friday 4 pm, weekly');
    const soon = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('From', { exact: true }).fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
    await page.getByLabel('Who', { exact: true }).selectOption({ label: 'R. Ortiz' });
    await page.getByLabel('Follow-up date').fill(soon);
    await page.getByLabel('By', { exact: true }).selectOption({ label: 'R. Ortiz' });
    await page.getByLabel('What would better look like?').fill('Two screens as expected');
    await page.getByRole('radio', { name: 'agrees', exact: true }).check();
    await page.getByRole('button', { name: /Sign plan change/ }).click();
    await expect(page.getByText(/Plan change signed\. You’ll see the follow-up on Today on/).first()).toBeVisible();
  });

  await test.step('the mark is half filled, Today is quiet about Sam, and the count is back', async () => {
    await page.goto('/today');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('listitem', { name: sam })).toHaveCount(0);
    await as(page, 'director');
    expect(await openSince(page)).toBe(before);
  });
});
