import type { Page } from 'playwright-core';
import { settled, slowed, type Stage, visitor } from './browser.ts';
import { held, type Line } from './budgets.ts';
import { weightOf } from './bundle.ts';
import { median } from './round-trips.ts';

const today = '/today';

/** What a page fetched, and how it behaved while it came up on a slow machine. */
type Load = {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly requested: number;
  readonly blocked: number;
  readonly shifted: number;
};

const later = /(Dialog|Menu|Palette|Popover|Combobox)[\w.]*-[\w-]{8}\.js$/;
const rounds = 3;

/** Weights and requests of Today and of a client's page, and how long and how far they hold a reader up. */
export async function loadLines(stage: Stage): Promise<Line[]> {
  const client = `/clients/${stage.clientId}`;
  const first = await loadOf(stage, today);
  const page = await loadOf(stage, client);
  const [firsts, pages] = [[first], [page]];
  for (let round = 1; round < rounds; round += 1) {
    firsts.push(await loadOf(stage, today));
    pages.push(await loadOf(stage, client));
  }
  const sum = (files: readonly string[]) => files.reduce((total, file) => total + weightOf(file), 0);
  return [
    held('Today script, gzip', sum(first.scripts)),
    held('Today style, gzip', sum(first.styles)),
    held('Today dialogs, menus and palette loaded before they are asked for', first.scripts.filter((file) => later.test(file)).length),
    held('Today data requests', first.requested),
    held('client page data requests', page.requested),
    held('Today total blocking time', median(firsts.map(({ blocked }) => blocked))),
    held('client page total blocking time', median(pages.map(({ blocked }) => blocked))),
    held('Today layout shift', Math.max(...firsts.map(({ shifted }) => shifted))),
    held('client page layout shift', Math.max(...pages.map(({ shifted }) => shifted))),
  ];
}

const loadOf = ({ browser, clinic }: Stage, path: string): Promise<Load> =>
  visitor(browser, clinic, 'therapist', async (page) => {
    await slowed(page);
    await page.addInitScript(watch);
    const [files, requested] = [new Set<string>(), new Set<string>()];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/assets/')) files.add(pathname);
      if (pathname.startsWith('/api/') && !/\/(me|changes|csp-reports)$/.test(pathname)) requested.add(pathname);
    });
    await page.goto(`${clinic.served.url}${path}`);
    await page.locator('main h1').first().waitFor();
    await settled(page);
    const { blocked, shifted } = await heldUp(page);
    const of = (ending: string) => [...files].filter((file) => file.endsWith(ending));
    return { scripts: of('.js'), styles: of('.css'), requested: requested.size, blocked, shifted };
  });

/** Runs in the page: adds up what of each long task is over 50 ms, and every shift that nobody caused. */
function watch(): void {
  const sums = { blocked: 0, shifted: 0 };
  Reflect.set(window, 'benchHeldUp', sums);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) sums.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Reflect.get(entry, 'hadRecentInput') !== true) sums.shifted += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift', buffered: true });
}

const heldUp = (page: Page): Promise<{ blocked: number; shifted: number }> =>
  page.evaluate(() => Reflect.get(window, 'benchHeldUp') as { blocked: number; shifted: number });
