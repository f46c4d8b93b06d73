import type { Browser, Page } from 'playwright-core';
import type { Clinic, Who } from './clinic.ts';

/** A browser, the clinic that it visits, and a client with a long journey. */
export type Stage = { readonly browser: Browser; readonly clinic: Clinic; readonly clientId: string };

/** Waits until nothing has been asked for half a second. */
export const settled = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

const megabit = 125_000;

/** Slow: a machine of a quarter of this one's speed, on a line of 10 Mbit/s and 40 ms. */
export async function slowed(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: 10 * megabit,
    uploadThroughput: 10 * megabit,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** A fresh visitor who is already signed in, with nothing kept of earlier visits. */
export async function visitor<T>(browser: Browser, clinic: Clinic, who: Who | null, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  if (who !== null) {
    const cookies = clinic.cookies[who].split('; ').map((pair) => {
      const [name, ...value] = pair.split('=');
      return { name: name ?? '', value: value.join('='), url: clinic.served.url };
    });
    await context.addCookies(cookies);
  }
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Milliseconds from the start of the navigation to the frame after so many elements were there. */
export async function visibleAfter(page: Page, url: string, selector: string, count: number): Promise<number> {
  await page.addInitScript(
    ([selector_, count_]) => {
      const look = () => {
        if (document.querySelectorAll(String(selector_)).length < Number(count_)) return void requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => Reflect.set(window, 'benchVisible', performance.now())));
      };
      requestAnimationFrame(look);
    },
    [selector, count] as const,
  );
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => Reflect.get(window, 'benchVisible') as number | undefined, undefined, {
    timeout: 30_000,
  });
  return Number(await handle.jsonValue());
}
