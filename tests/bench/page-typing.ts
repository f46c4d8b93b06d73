import type { Page } from 'playwright-core';
import { settled, slowed, type Stage, visitor } from './browser.ts';
import { held, type BudgetName, type Line } from './budgets.ts';
import { median } from './round-trips.ts';

const keys = ['a', 'n', 'Backspace', 'e', 'Backspace', 'Backspace', 'm', 'a', 'Backspace', 'Backspace'];
const rounds = 3;

/** The slowest key of some typing into a filter on a slow machine: from the key to the frame that shows what it did. */
export async function worstKey(stage: Stage, path: string, name: BudgetName): Promise<Line> {
  const worst: number[] = [];
  for (let round = 0; round < rounds; round += 1) worst.push(await typed(stage, path));
  return held(name, median(worst));
}

export async function typingLines(stage: Stage): Promise<Line[]> {
  return [await worstKey(stage, '/today', 'Today worst key over 60 rows'), await worstKey(stage, '/clients', 'clients worst key')];
}

const typed = ({ browser, clinic }: Stage, path: string): Promise<number> =>
  visitor(browser, clinic, 'therapist', async (page) => {
    await page.goto(`${clinic.served.url}${path}`);
    const filter = page.getByRole('searchbox').first();
    await filter.waitFor();
    await settled(page);
    await slowed(page);
    await filter.focus();
    await page.evaluate(watchKeys);
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
    }
    await page.waitForTimeout(500);
    return slowest(page);
  });

/** Runs in the page: the browser's own figure for each key, to the next frame. One under 16 ms isn't told. */
function watchKeys(): void {
  Reflect.set(window, 'benchKeys', []);
  new PerformanceObserver((list) => {
    const keys = Reflect.get(window, 'benchKeys') as number[];
    for (const { name, duration } of list.getEntries()) if (/^key|input$/.test(name)) keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

const slowest = (page: Page): Promise<number> => page.evaluate(() => Math.max(16, ...(Reflect.get(window, 'benchKeys') as number[])));
