import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { pagesFrom } from '#server/http/static-files.ts';

/** Rows as they stand in a page: an element is its name, its attributes and what is in it. */
export type Tree = string | readonly [name: string, attributes: Readonly<Record<string, string>>, children: readonly Tree[]];

/** Asks for its rows once and writes them with nothing but the browser's own calls. */
const script = `
const svg = 'http://www.w3.org/2000/svg';
const made = (tree, inSvg) => {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [name, attributes, children] = tree;
  const drawn = inSvg || name === 'svg';
  const element = drawn ? document.createElementNS(svg, name) : document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children.map((child) => made(child, drawn)));
  return element;
};
fetch('/api/rows').then((answer) => answer.json()).then(({ rows }) => document.getElementById('root').append(...rows.map((row) => made(row, false))));
`;

/** The least page that shows these rows: the same server's files, the same style, one script, one request. Answers with its address and what ends it. */
export async function barePage(
  folder: string,
  rows: readonly Tree[],
  style: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const root = join(folder, 'bare-page');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'assets', 'bare.js'), script);
  await writeFile(join(root, 'assets', 'bare.css'), style);
  await writeFile(
    join(root, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><link rel="stylesheet" href="/assets/bare.css"><script type="module" src="/assets/bare.js"></script><main id="root"></main></html>',
  );
  const app = new Hono();
  app.get('/api/rows', (context) => context.json({ rows }));
  app.route('/', pagesFrom(root));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0 }, ({ port }) =>
      resolve({ url: `http://localhost:${port}/`, close: () => void server.close() }),
    );
  });
}
