import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../story.ts';

type Found = { readonly clients: readonly { readonly chartNumber: string; readonly inCare: boolean }[] };

/** 500 rows of attendance of people who are in care for weeks, of which seven can't be right. */
async function november(page: Page): Promise<string> {
  const requested = { data: { text: '' }, headers: { 'Idempotency-Key': crypto.randomUUID() } };
  const { clients } = (await (await page.request.post('/api/clients/search', requested)).json()) as Found;
  const charts = clients.filter(({ inCare }) => inCare).map(({ chartNumber }) => chartNumber);
  const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
  const row = (at: number, chart: string, on = yesterday, status = 'P') =>
    `${chart},${on},0${at % 8}:00,0${(at % 8) + 1}:00,Imported ${Math.floor(at / 8)},${status}`;
  const good = Array.from({ length: 493 }, (_, at) => row(at, charts[at % Math.min(charts.length, 60)] ?? ''));
  const bad = ['31/11/2026', '2026-02-30', 'soon'].map((on, at) => row(4_000 + at, charts[0] ?? '', on));
  bad.push(
    row(4_010, '1.0E+05'),
    row(4_011, 'NOBODY-1'),
    row(4_012, charts[0] ?? '', yesterday, 'Sick'),
    `${charts[0]},${yesterday},09:00,08:00,Backwards,P`,
  );
  return ['Chart,Date,Start,End,Topic,Status', ...good, ...bad, ''].join('\n');
}

test.describe.configure({ mode: 'serial' });

test('U9 of 500 rows the good go in within 9 actions, the 7 bad are never written, and all of it can be taken back', async ({ page }) => {
  await signIn(page, 'director');
  const text = await november(page);
  await page.goto('/imports/new');
  let actions = 0;
  const act = async (work: () => Promise<unknown>) => {
    actions += 1;
    await work();
  };
  const begun = Date.now();
  await act(() => page.setInputFiles('input[type=file]', { name: 'attendance_nov.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }));
  await act(() => page.getByRole('button', { name: 'Check 500 rows' }).click());
  const toFix = page.getByRole('button', { name: /need fixing/ });
  await expect(toFix).toBeVisible({ timeout: 30_000 });
  const held = Number(/\d+/.exec(await toFix.innerText())?.[0]);
  expect(held).toBeGreaterThanOrEqual(7);

  const day = page.getByTestId(/^row-/).filter({ hasText: '2026-02-30' });
  await act(() => day.getByRole('button', { name: /Skip row/ }).click());
  await expect(day).toHaveCount(0);
  await act(() => page.getByRole('button', { name: /^Import \d+ rows/ }).click());
  await expect(page.getByText(/^\d+ rows in$/)).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await act(() => page.getByRole('button', { name: /^Download the/ }).click());
  const left = await (await (await download).createReadStream()).toArray();
  expect(
    Buffer.concat(left as Buffer[])
      .toString()
      .trim()
      .split('\r\n'),
  ).toHaveLength(held);
  expect(actions).toBeLessThanOrEqual(9);
  process.stdout.write(`U9: ${actions} actions, ${((Date.now() - begun) / 1_000).toFixed(1)} s, ${held} rows held, none of them written\n`);

  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText(/^Taken back by/)).toBeVisible({ timeout: 30_000 });
});

test('a file that is no workbook is refused with what to do, by keyboard alone', async ({ page, watched }) => {
  await signIn(page, 'administrator');
  await page.getByRole('link', { name: 'Imports' }).first().click();
  await page.getByRole('link', { name: 'Bring in a file' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('input[type=file]').focus();
  await page.setInputFiles('input[type=file]', {
    name: 'roster.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004rest'),
  });
  await expect(page.getByRole('group', { name: 'This file can’t be read as it is' })).toBeFocused();
  await expect(page.getByRole('link', { name: /Save as, then "Excel Workbook/ })).toBeVisible();
  // The browser writes every refusal down by itself; this one was asked for.
  expect(watched.splice(0)).toEqual([expect.stringContaining('status of 400')]);
});
