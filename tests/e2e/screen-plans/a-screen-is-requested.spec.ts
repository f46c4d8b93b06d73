import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../story.ts';

async function as(page: Page, who: Parameters<typeof signIn>[1]): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, who);
}

const jordan = async (page: Page) => {
  await page.goto('/today');
  await page.getByRole('link', { name: 'Jordan M.' }).click();
};

test('a screen is asked for, is in the log without its reason, and is taken back', async ({ page }) => {
  let session = '';

  await test.step('the therapist asks for one in a session of today', async () => {
    await as(page, 'therapist');
    await jordan(page);
    await page.getByRole('button', { name: 'Ask for a screen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask for a screen' });
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await expect(dialog.getByRole('link', { name: 'Choose a session.' })).toBeVisible();
    await dialog.getByRole('radio', { name: 'Because of what was seen or heard' }).check();
    await dialog.getByRole('textbox', { name: 'What was seen or heard' }).fill('Unsteady on the stairs at noon, seen by two of us.');
    const choice = dialog.getByLabel('In which session');
    session = await choice.locator('option').nth(1).innerText();
    await choice.selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await expect(dialog.getByText(/A screen is asked for on .* It is in the log of the session/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('the record shows it, with what was seen; the plan says how screens are drawn and no day', async () => {
    await page.goto(`${page.url().split('?')[0]}/record`);
    const screens = page.getByRole('region', { name: 'Screens' });
    await expect(screens).toContainText(/About [\d.]+ a week, never more than \d+ days between two/);
    await expect(screens.getByRole('listitem').filter({ hasText: 'Unsteady on the stairs' })).toContainText(/in the log now|to come/);
  });

  await test.step('the technician finds Jordan in that log, and not why', async () => {
    const record = page.url();
    await as(page, 'tech');
    await page.goto('/sessions');
    const title = session.split(' · ')[1] ?? '';
    const results = page
      .getByRole('row')
      .filter({ hasText: title.replace(/ group$/, '') })
      .getByRole('link', { name: /results/i });
    await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
    // Late in the day the next session is another day's, whose log isn't open yet.
    if ((await results.count()) > 0) {
      await results.first().click();
      await expect(page.getByRole('grid', { name: 'Cups of this session' })).toContainText('Maddox, J.');
    }
    await expect(page.getByText('Unsteady')).toHaveCount(0);
    await as(page, 'therapist');
    await page.goto(record);
  });

  await test.step('it is withdrawn, and the plan is changed from today', async () => {
    const screens = page.getByRole('region', { name: 'Screens' });
    await screens
      .getByRole('button', { name: /^Withdraw/ })
      .first()
      .click();
    await expect(screens.getByRole('listitem').filter({ hasText: 'Unsteady on the stairs' })).toContainText('withdrawn');
    await screens.getByRole('button', { name: 'Change the plan' }).click();
    const dialog = page.getByRole('dialog', { name: 'How screens are drawn' });
    await dialog.getByLabel('Screens a week, on average').fill('1');
    await dialog.getByLabel('Longest gap between two, in days').fill('3');
    await dialog.getByRole('button', { name: 'Save the plan' }).click();
    await expect(dialog.getByText(/at least 2\.5 a week/).first()).toBeVisible();
    await dialog.getByLabel('Longest gap between two, in days').fill('14');
    await dialog.getByRole('button', { name: 'Save the plan' }).click();
    await expect(screens).toContainText('About 1 a week, never more than 14 days between two');
  });
});
