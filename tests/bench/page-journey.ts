import { settled, type Stage, visitor } from './browser.ts';
import { beside, held, type Line } from './budgets.ts';
import { median } from './round-trips.ts';

const rounds = 5;

/** How long a journey takes from the moment its facts are there to the frame that shows the last of its marks, with everything else of the page. No throttle; its files are there. */
export async function journeyLines({ browser, clinic, clientId }: Stage): Promise<Line[]> {
  const path = `/clients/${clientId}`;
  const marks = `figure[data-chart="journey"]`;
  const mounted = await visitor(browser, clinic, 'director', async (page) => {
    await page.addInitScript(watchJourney);
    const taken: { ms: number; marks: number }[] = [];
    await page.goto(`${clinic.served.url}${path}`);
    await page.locator(`${marks} svg`).first().waitFor();
    await settled(page);
    await page.evaluate((drawn) => Reflect.set(window, 'benchMarks', drawn), await page.locator(`${marks} svg *`).count());
    for (let round = 0; round <= rounds; round += 1) {
      await page.getByRole('link', { name: 'Clients' }).first().click();
      await page.getByRole('searchbox').first().waitFor();
      await page.waitForTimeout(300);
      await page.evaluate(() => Reflect.set(window, 'benchJourney', null));
      await page.goBack();
      const handle = await page.waitForFunction(() => Reflect.get(window, 'benchJourney') as { ms: number; marks: number } | null);
      taken.push((await handle.jsonValue()) ?? { ms: Number.NaN, marks: 0 });
    }
    return taken.slice(1);
  });
  return [
    held('journey chart mount', median(mounted.map(({ ms }) => ms))),
    beside('journey chart mount: marks drawn', median(mounted.map(({ marks: drawn }) => drawn)), 'marks'),
  ];
}

/** Runs in the page: from the last frame before the journey's figure appears to the one after all that it draws is there. */
function watchJourney(): void {
  let before = performance.now();
  let seen = false;
  const look = () => {
    const figure = document.querySelector('figure[data-chart="journey"]');
    const drawn = figure?.querySelectorAll('svg *').length ?? 0;
    if (figure === null) {
      seen = false;
      before = performance.now();
    } else if (!seen && drawn >= Number(Reflect.get(window, 'benchMarks') ?? Number.POSITIVE_INFINITY)) {
      seen = true;
      const began = before;
      requestAnimationFrame(() => setTimeout(() => Reflect.set(window, 'benchJourney', { ms: performance.now() - began, marks: drawn })));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
