import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourcesOf } from '#kit/sources.ts';

// Words that people who come here must not read about themselves. Instrument titles may carry one.
const hurtful =
  /\b(addicts?|abusers?|junkies?|alcoholics?|dirty|relapsed|non-?compliant|violations?|sanctions?|failed test|clean time|clean urine|sober streak|drug abuse|substance abuse|kicked out|absconded)\b/i;
const instrumentTitles = /Drug Abuse Screening Test|Alcoholics Anonymous/g;

const root = join(import.meta.dirname, '../..');
const shown = sourcesOf(['src', 'mocks', 'public', 'docs'], /\.(ts|tsx|css|md|svg|txt)$/);
const readme = { path: 'README.md', text: readFileSync(join(root, 'README.md'), 'utf8') };

test('no hurtful word stands anywhere that people read', () => {
  const found = [...shown, readme].flatMap(({ path, text }) => {
    const match = hurtful.exec(text.replaceAll(instrumentTitles, ''));
    return match === null ? [] : [`${path}: ${match[0]}`];
  });
  expect(found).toEqual([]);
  expect(hurtful.test('a dirty screen')).toBe(true);
});

test('no word of an adjustment speaks of sending anybody away', () => {
  const found = sourcesOf(['src'], /(care-plan|adjustment)[^/]*\.tsx?$|adjustments\/.*\.tsx?$/)
    .filter(({ text }) => /discharg|terminat|expel/i.test(text))
    .map(({ path }) => path);
  expect(found).toEqual([]);
});

test('no counter of days can be set back to zero', () => {
  expect(shown.filter(({ text }) => /days? (clean|sober)/i.test(text)).map(({ path }) => path)).toEqual([]);
});

test('the error color is used by form errors and system faults alone', () => {
  const users = sourcesOf(['src'], /\.css$/)
    .filter(({ path, text }) => text.includes('var(--err)') && !path.startsWith('src/ui/'))
    .map(({ path }) => path);
  expect(users).toEqual([]);
});

test('nothing in the repository names a machine or a registry', () => {
  const rooms = readdirSync(root).filter(
    (name) =>
      !['node_modules', 'dist', '.git', '.data', 'package-lock.json', 'tests', 'test-results'].includes(name) && !name.includes('.'),
  );
  const machine = new RegExp(['/wo', 'rk/|/ro', 'ot/|https?://registry'].join(''));
  expect([...sourcesOf(rooms, /\.(ts|tsx|mjs|md|css)$/), readme].filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});
