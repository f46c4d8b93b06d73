import type { Page } from '@playwright/test';
import { anEmptyClinic, enter, password, zoneInTheAfternoon, type EmptyClinic } from '../empty-clinic.ts';
import { expect, test } from '../story.ts';

const zone = zoneInTheAfternoon(new Date());
const dayIn = (daysAgo: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    Date.now() - daysAgo * 86_400_000,
  );
const weekdayOf = (day: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

const today = dayIn(0);
const admitted = dayIn(21);
/** The days of the week that ended today: five sessions, today's among them. */
const sessionDays = [6, 4, 2, 1, 0].map(dayIn);
const people = ['Ana Lindqvist', 'Ben Okafor', 'Cleo Marsh'];
const who = { director: 'dora@clinic.example', therapist: 'theo@clinic.example', tech: 'tess@clinic.example' };

let clinic: EmptyClinic;
test.beforeAll(async () => {
  clinic = await anEmptyClinic();
});
test.afterAll(() => clinic.close());
test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 20_000 });

const saved = (page: Page) => expect(page.getByRole('dialog')).toHaveCount(0);

async function chooses(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Finish and sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Places' }).first()).toBeVisible();
  await page.context().clearCookies();
}

async function openRoster(page: Page, day: string): Promise<void> {
  await page.goto(`${clinic.url}/sessions?date=${day}`);
  await page
    .getByRole('link', { name: /^Attendance/ })
    .first()
    .click();
  await expect(page.getByRole('grid', { name: 'Who is here' })).toBeVisible();
}

test('from an empty program to an adjustment on Today: a group, a schedule, clients by hand and by file, a week of attendance, a cup', async ({
  page,
}) => {
  await test.step('the first administrator names the clinic, and three people choose their passwords', async () => {
    await page.goto(clinic.firstLink);
    await page.getByLabel('Organization').fill('Harbour House');
    await page.getByLabel('Time zone').selectOption(zone);
    await page.getByLabel('Program').fill('Day IOP');
    await page.getByLabel('Site').fill('Main Street');
    await page.getByLabel('Your name').fill('J. Park');
    await page.getByLabel('Your e-mail').fill('park@clinic.example');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Finish and sign in' }).click();
    await expect(page.getByRole('navigation', { name: 'Places' }).first()).toBeVisible();
    await page.context().clearCookies();
    await chooses(page, await clinic.add(who.director, 'D. Amari', 'director', 'Day IOP'));
    await chooses(page, await clinic.add(who.therapist, 'T. Reyes', 'therapist', 'Day IOP'));
    await chooses(page, await clinic.add(who.tech, 'T. Sato', 'tech', 'Day IOP'));
  });

  await test.step('the director forms a group that has met on five days of the week since three weeks', async () => {
    await enter(page, clinic, who.director);
    await page.goto(`${clinic.url}/sessions/groups`);
    await page.getByRole('button', { name: 'Add a group' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Morning');
    await page.getByRole('button', { name: 'Add group' }).click();
    await saved(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Morning' })).toBeVisible();
    for (const day of sessionDays) {
      await page.getByRole('button', { name: 'Add a meeting' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Day of the week').selectOption({ label: weekdayOf(day) });
      await dialog.getByLabel('First day').fill(admitted);
      await dialog.getByLabel('Starts').fill('09:00');
      // Today’s is under way at whatever hour this is told.
      await dialog.getByLabel('Ends').fill(day === today ? '23:30' : '12:00');
      await dialog.getByLabel('Led by').selectOption({ label: 'T. Reyes' });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await saved(page);
    }
    await expect(page.getByRole('row', { name: new RegExp(weekdayOf(today)) }).first()).toContainText('9 am to 11:30 pm');
  });

  await test.step('the therapist writes three charts and opens their episodes', async () => {
    await enter(page, clinic, who.therapist);
    for (const [index, person] of people.entries()) {
      const [first = '', last = ''] = person.split(' ');
      await page.goto(`${clinic.url}/clients/new`);
      await page.getByLabel('First name').fill(first);
      await page.getByLabel('Last name').fill(last);
      await page.getByLabel('Birth date').fill(`198${index}-04-1${index}`);
      await page.getByLabel('Chart number').fill(`H-10${index}`);
      await page.getByRole('button', { name: 'Write the chart' }).click();
      await page.getByRole('button', { name: 'Start an episode' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Opening day').fill(admitted);
      await dialog.getByLabel('Home group').selectOption({ index: 1 });
      await dialog.getByLabel('Therapist').selectOption({ label: 'T. Reyes' });
      await dialog.getByRole('button', { name: 'Open the episode' }).click();
      await saved(page);
      await expect(page.getByText(/^Open since/)).toBeVisible();
    }
  });

  await test.step('the director brings sixty more from the old system’s export', async () => {
    await enter(page, clinic, who.director);
    await page.goto(`${clinic.url}/imports/new`);
    const rows = Array.from(
      { length: 60 },
      (_, index) => `X${1000 + index},Given${index},Family${index},19${70 + (index % 30)}-02-03,Morning,T. Reyes,${admitted},9`,
    );
    const csv = ['chart_number,first_name,last_name,born_on,group,therapist,opened_on,prescribed_hours', ...rows, ''].join('\n');
    await page.getByLabel('Choose a file').setInputFiles({ name: 'census.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: /^Check/ }).click();
    await page.getByRole('button', { name: 'Import 60 rows' }).click();
    await expect(page.getByText(/60 rows in/).first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('a week of attendance is taken on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await enter(page, clinic, who.therapist);
    for (const day of sessionDays) {
      await openRoster(page, day);
      for (const person of people) {
        const last = person.split(' ')[1] ?? '';
        await page.getByRole('button', { name: new RegExp(`^${last}.*: Here$`) }).click();
      }
      await page.getByRole('button', { name: /^Save 3/ }).click();
      await expect(page.getByText(/3 marks are saved/).first()).toBeVisible();
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('a screen is asked for today’s session, and the tech finds its cup due and reads it', async () => {
    await page.goto(`${clinic.url}/clients`);
    await page.getByRole('searchbox').fill('lindq');
    await page.getByRole('link', { name: /Lindqvist/ }).click();
    await page.getByRole('button', { name: 'Ask for a screen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /One-off/ }).check();
    await dialog.getByLabel('In which session').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: /^Ask/ }).click();
    await dialog.getByRole('status').waitFor();

    await enter(page, clinic, who.tech);
    await page.goto(`${clinic.url}/sessions?date=${today}`);
    await page
      .getByRole('link', { name: /results/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'New lot' }).click();
    await page.getByLabel('Lot, as printed on the box').fill('A-77');
    await page.getByLabel('Expires on').fill('2031-01-31');
    await page.getByRole('button', { name: 'Add lot' }).click();
    await saved(page);
    const grid = page.getByRole('grid', { name: 'Cups of this session' });
    await grid.getByRole('row').filter({ hasText: 'Lindqvist' }).click();
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('row').filter({ hasText: 'Lindqvist' })).toContainText('no line: COC');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('How many cups did you read?').fill('1');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Sign 1 result/ }).click();
    await expect(page.getByText(/therapists/i).first()).toBeVisible();
  });

  await test.step('the therapist finds Ana on Today, with why and by when', async () => {
    await enter(page, clinic, who.therapist);
    await page.goto(`${clinic.url}/today`);
    const row = page.getByRole('listitem', { name: /^Ana L/ });
    await expect(row).toContainText(/Unexpected screen on .* \(cocaine, presumptive\)/);
    await expect(row).toContainText(/Talk by/);
  });
});
