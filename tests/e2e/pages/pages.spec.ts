import { AxeBuilder } from '@axe-core/playwright';
import { complaintsOf, expect, openFullestLog, signIn, test, type people } from '../story.ts';
import type { Page } from '@playwright/test';

type Stop = { readonly name: string; readonly who: keyof typeof people; readonly open: (page: Page) => Promise<void> };

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible();

const at = (path: string) => async (page: Page) => {
  await page.goto(path);
  await heading(page);
};

async function openGroup(page: Page): Promise<void> {
  await page.goto('/sessions/groups');
  await page.getByRole('link', { name: 'IOP-B' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Roster' })).toBeVisible();
}

async function openJordan(page: Page): Promise<void> {
  await page.goto('/today');
  await page.getByRole('link', { name: 'Jordan M.' }).click();
  await expect(page.locator('figure[data-chart="journey"] svg').first()).toBeVisible();
}

async function openMerge(page: Page): Promise<void> {
  await page.goto('/clients/problems');
  await page.getByRole('link', { name: 'Compare and merge' }).first().click();
  await expect(page.getByRole('heading', { name: 'What moves' })).toBeVisible();
}

async function openAdjustment(page: Page): Promise<void> {
  await openJordan(page);
  await page.getByRole('link', { name: 'Adjust plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Jordan/ })).toBeVisible();
}

async function openAsking(page: Page): Promise<void> {
  await openJordan(page);
  await page.getByRole('button', { name: 'Ask for a screen' }).click();
  await expect(page.getByRole('dialog').getByLabel('In which session')).toBeVisible();
}

async function openScreenPlan(page: Page): Promise<void> {
  await openJordan(page);
  await page.goto(`${page.url().split('?')[0]}/record`);
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await expect(page.getByRole('dialog').getByLabel('Panel')).toBeVisible();
}

async function openRecord(page: Page): Promise<void> {
  await openJordan(page);
  await page.goto(`${page.url().split('?')[0]}/record`);
  await expect(page.getByRole('region', { name: 'Medications' }).first()).toBeVisible();
}

async function openEnding(page: Page): Promise<void> {
  await openRecord(page);
  await page.getByRole('button', { name: 'End the episode' }).click();
  await page.getByRole('dialog').getByLabel('Reason').selectOption('ended-by-program');
}

async function openResults(page: Page): Promise<void> {
  await openFullestLog(page);
}

/** The first session of the day, and the first person of it marked, so that both a mark and an unmarked row are looked at. */
async function openAttendance(page: Page): Promise<void> {
  await page.goto('/sessions');
  await page
    .getByRole('link', { name: /^Attendance/ })
    .first()
    .click();
  await expect(page.getByRole('grid', { name: 'Who is here' })).toBeVisible();
  await page.keyboard.press('x');
}

async function openColumns(page: Page): Promise<void> {
  await page.goto('/imports/new');
  const text = 'MRN,Service Date,Status\nX-1,02/03/2026,P\nX-2,02/04/26,Sick\n';
  await page.setInputFiles('input[type=file]', { name: 'attendance.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByRole('button', { name: 'Check 2 rows' })).toBeVisible();
}

const cookies = new Map<Stop['who'], Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>();

/** Signs each person in once: who signs in eighty times in a few minutes is held off, as a guesser would be. */
async function asBefore(page: Page, who: Stop['who']): Promise<void> {
  const kept = cookies.get(who);
  if (kept !== undefined) return page.context().addCookies(kept);
  await signIn(page, who);
  cookies.set(who, await page.context().cookies());
}

const stops: readonly Stop[] = [
  { name: 'Today', who: 'therapist', open: at('/today') },
  { name: 'Today of the team', who: 'director', open: at('/today?for=team') },
  { name: 'Clients', who: 'therapist', open: at('/clients') },
  { name: 'Problems of the data', who: 'director', open: at('/clients/problems') },
  { name: 'Add a client', who: 'therapist', open: at('/clients/new') },
  { name: 'Client', who: 'therapist', open: openJordan },
  { name: 'Asking for a screen', who: 'therapist', open: openAsking },
  { name: 'Plan of screens', who: 'therapist', open: openScreenPlan },
  { name: 'Record', who: 'therapist', open: openRecord },
  { name: 'Ending an episode', who: 'therapist', open: openEnding },
  { name: 'Coverage', who: 'director', open: at('/coverage') },
  { name: 'Expectation map', who: 'administrator', open: at('/expectations') },
  { name: 'Merge two charts', who: 'therapist', open: openMerge },
  { name: 'Adjustment', who: 'therapist', open: openAdjustment },
  { name: 'Sessions', who: 'tech', open: at('/sessions') },
  { name: 'Sessions of a week', who: 'therapist', open: at('/sessions?view=week') },
  { name: 'Groups', who: 'director', open: at('/sessions/groups') },
  { name: 'Group', who: 'director', open: openGroup },
  { name: 'Closures', who: 'administrator', open: at('/sessions/closures') },
  { name: 'Log results', who: 'tech', open: openResults },
  { name: 'Attendance', who: 'tech', open: openAttendance },
  { name: 'Lab results', who: 'tech', open: at('/lab') },
  { name: 'Cohort', who: 'director', open: at('/cohort') },
  { name: 'The people behind a number', who: 'director', open: at('/cohort/collected/people') },
  { name: 'Imports', who: 'director', open: at('/imports') },
  { name: 'A file to bring in', who: 'administrator', open: at('/imports/new') },
  { name: 'A file’s columns', who: 'director', open: openColumns },
  { name: 'Welcome', who: 'administrator', open: at('/welcome') },
];

// Opened once: each look at a page takes a moment, and coming to it many times as long.
for (const stop of stops) {
  test.describe(stop.name, () => {
    let page: Page;
    let complaints: readonly string[];
    test.beforeAll(async ({ browser }) => {
      page = await (await browser.newContext()).newPage();
      complaints = await complaintsOf(page);
      await asBefore(page, stop.who);
      await stop.open(page);
      await page.waitForLoadState('networkidle');
    });
    test.afterAll(() => page.context().close());

    for (const colorScheme of ['light', 'dark'] as const)
      test(`A1 ${stop.name} has no accessibility fault in ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
          ),
        ).toEqual([]);
      });

    test(`A13 ${stop.name} fits a phone without scrolling sideways, and complained of nothing`, async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      expect(wide).toBeLessThanOrEqual(room ?? 0);
      expect(complaints).toEqual([]);
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, path] of [
    ['sign-in form', '/'],
    ['set-up page', '/set-up#a-link-that-is-none'],
  ] as const) {
    test(`A1 the ${name} has no accessibility fault in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await heading(page);
      await page.waitForLoadState('networkidle');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }
}

test('A2 no chart is an application, and A3 every figure has a summary and a table with a cell for each mark', async ({ page }) => {
  await signIn(page, 'therapist');
  await openJordan(page);
  await expect(page.locator('svg[role=application]')).toHaveCount(0);
  for (const figure of await page.locator('figure[data-chart]').all()) {
    const summary = await figure.evaluate(
      (node) => document.getElementById(node.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    );
    expect(summary.split(/\s+/).length).toBeGreaterThan(3);
    expect(summary.split(/\s+/).length).toBeLessThanOrEqual(45);
    await expect(figure.locator('table').first()).toBeAttached();
  }
});

test('S-J nothing about a client is drawn in the color of errors', async ({ page }) => {
  for (const stop of stops.filter(({ name }) => ['Today', 'Client', 'Cohort'].includes(name))) {
    await page.context().clearCookies();
    await asBefore(page, stop.who);
    await stop.open(page);
    const used = await page.evaluate(() => {
      const red = 'rgb(179, 38, 30)';
      return [...document.querySelectorAll('main *')].filter((node) => {
        const style = getComputedStyle(node);
        return [style.color, style.fill, style.stroke, style.backgroundColor, style.borderTopColor].includes(red);
      }).length;
    });
    expect(used).toBe(0);
  }
});
