import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../story.ts';

const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10;

/** The files of one kind that a page fetches from now on. */
function fetched(page: Page, ending: RegExp): Set<string> {
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (ending.test(pathname)) files.add(pathname);
  });
  return files;
}

const gzipped = (file: string): number => gzipSync(readFileSync(join('dist', file))).length;
const sum = (files: ReadonlySet<string>): number => kilobytes([...files].reduce((total, file) => total + gzipped(file), 0));

test('the first route carries at most 137 KB of script and 10 KB of style, and asks for data twice at most', async ({ page }) => {
  await signIn(page, 'therapist');
  const [scripts, styles, requested] = [fetched(page, /\.js$/), fetched(page, /\.css$/), new Set<string>()];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && !/\/(me|changes)$/.test(pathname)) requested.add(pathname);
  });
  await page.goto('/today');
  await page.waitForLoadState('networkidle');
  expect(scripts.size).toBeGreaterThan(0);
  expect(sum(scripts)).toBeLessThanOrEqual(137);
  expect(sum(styles)).toBeLessThanOrEqual(10);
  expect([...requested].length).toBeLessThanOrEqual(2);
});

test('the charts are a chunk of their own of at most 105 KB, and the client page asks for data twice at most', async ({ page }) => {
  await signIn(page, 'therapist');
  await page.goto('/today');
  await page.waitForLoadState('networkidle');
  const scripts = fetched(page, /\.js$/);
  const requested: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && !/\/(me|changes|csp-reports)$/.test(pathname)) requested.push(pathname);
  });
  await page.getByRole('link', { name: 'Jordan M.' }).click();
  await expect(page.locator('figure[data-chart="journey"]')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(Math.max(...[...scripts].map((file) => kilobytes(gzipped(file))))).toBeLessThanOrEqual(105);
  expect(requested.length).toBeLessThanOrEqual(2);
});

test('an answer for sixty rows of Today is at most 60 KB before it is packed', async ({ page }) => {
  await signIn(page, 'director');
  const response = await page.request.get('/api/today?for=team');
  const text = await response.text();
  const { clients } = JSON.parse(text) as { clients: readonly unknown[] };
  const rows = JSON.stringify(clients).length;
  expect(clients.length).toBeGreaterThan(20);
  expect(((rows / clients.length) * 60 + text.length - rows) / 1024).toBeLessThanOrEqual(60);
});
