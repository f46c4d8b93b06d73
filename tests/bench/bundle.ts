import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { held, type Line } from './budgets.ts';

const assets = 'dist/assets';

export const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10;

/** What a built file weighs on the wire, in KB. */
export const weightOf = (file: string): number => kilobytes(gzipSync(readFileSync(join(assets, basename(file)))).length);

/** A file with everything that it names in an import that isn't lazy. */
function closure(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(assets, file), 'utf8');
  for (const [, next] of text.matchAll(/(?:^|[;}])(?:import|export)[^'"`;()]*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    if (next !== undefined) closure(next, found);
  }
  return found;
}

const chartFile = (files: readonly string[]): string | undefined =>
  files.filter((file) => readFileSync(join(assets, file), 'utf8').includes('recharts')).toSorted((a, b) => weightOf(b) - weightOf(a))[0];

/** The weights that the built files have, whoever opens them. A route's own chunk is what it alone needs. */
export function bundleLines(): Line[] {
  const files = readdirSync(assets).filter((file) => file.endsWith('.js'));
  const routes = files.filter((file) => /^(\w+Route|\w+Page)-/.test(file)).map((file) => closure(file));
  const chart = chartFile(files);
  if (routes.length < 5 || chart === undefined) throw new Error('the built page has no routes, or no chart: build it first');
  const own = routes.map((route) => {
    const alone = [...route].filter((file) => file !== chart && routes.filter((other) => other.has(file)).length === 1);
    return alone.reduce((sum, file) => sum + weightOf(file), 0);
  });
  return [held('chart chunk, gzip', weightOf(chart)), held('largest other route’s own chunk, gzip', Math.max(...own))];
}
