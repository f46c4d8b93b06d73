import { chromiumPath, openBrowser } from '#kit/chromium.ts';
import { beside, type Line } from './budgets.ts';
import type { Clinic } from './clinic.ts';
import { journeyLines } from './page-journey.ts';
import { loadLines } from './page-loads.ts';
import { typingLines, worstKey } from './page-typing.ts';
import { visibleLines } from './page-rows.ts';

/** What the built page does in a real browser. Where there is no browser, says so and measures nothing. */
export async function pageLines(clinic: Clinic, clientId: string, scale: boolean): Promise<Line[]> {
  if (chromiumPath === null) return [beside('no page was measured: CHROMIUM_PATH names no browser', 0, 'pages')];
  const browser = await openBrowser(chromiumPath);
  try {
    const stage = { browser, clinic, clientId };
    if (scale) return [await worstKey(stage, '/clients', 'clients worst key at 10,000 clients')];
    return [...(await loadLines(stage)), ...(await visibleLines(stage)), ...(await typingLines(stage)), ...(await journeyLines(stage))];
  } finally {
    await browser.close();
  }
}
