import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { barePage, type Tree } from './bare-page.ts';
import { settled, slowed, type Stage, visibleAfter, visitor } from './browser.ts';
import { beside, held, type BudgetName, type Line } from './budgets.ts';
import { interleaved } from './round-trips.ts';

type Shown = { readonly name: BudgetName; readonly what: string; readonly path: string; readonly rows: string };

const wanted = 50;

const shown: readonly Shown[] = [
  { name: 'Today 50 rows visible, of a bare page', what: 'Today', path: '/today', rows: 'ol > li[data-row]' },
  { name: 'clients 50 rows visible, of a bare page', what: 'clients', path: '/clients', rows: 'tbody tr' },
];

/** How long it takes until rows can be read on a slow machine, beside a page that shows the same rows and does nothing else. */
export async function visibleLines(stage: Stage): Promise<Line[]> {
  const lines: Line[] = [];
  for (const one of shown) lines.push(...(await visibleLine(stage, one)));
  return lines;
}

async function visibleLine({ browser, clinic }: Stage, { name, what, path, rows }: Shown): Promise<Line[]> {
  const url = `${clinic.served.url}${path}`;
  const drawn = await visitor(browser, clinic, 'therapist', async (page) => {
    await page.goto(url);
    await page.locator(rows).first().waitFor();
    await settled(page);
    return page.evaluate(treesOf, [rows, wanted] as const);
  });
  const bare = await barePage(clinic.folder, drawn, styleOf());
  try {
    const measured = await interleaved(
      () => visitor(browser, clinic, null, async (page) => (await slowed(page), visibleAfter(page, bare.url, '#root > *', drawn.length))),
      () => visitor(browser, clinic, 'therapist', async (page) => (await slowed(page), visibleAfter(page, url, rows, drawn.length))),
    );
    return [
      held(name, measured.ratio),
      beside(`${what}, ${drawn.length} rows visible: Cairn`, measured.ours, 'ms'),
      beside(`${what}, ${drawn.length} rows visible: bare page`, measured.floor, 'ms'),
    ];
  } finally {
    bare.close();
  }
}

/** The style that the first pages share, so that the bare rows look as ours do. */
const styleOf = (): string =>
  readdirSync('dist/assets')
    .filter((file) => /^(index|everywhere|Today|clients).*\.css$/.test(file))
    .map((file) => readFileSync(join('dist/assets', file), 'utf8'))
    .join('\n');

/** Runs in the page: its rows as trees. */
function treesOf([rows, wanted_]: readonly [string, number]): Tree[] {
  const tree = (node: Node): Tree => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    return [
      node.localName,
      Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
      [...node.childNodes].map(tree),
    ];
  };
  return [...document.querySelectorAll(rows)].slice(0, wanted_).map(tree);
}
