import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { withoutComments } from '#kit/syntax.ts';

/** What a browser has at an encrypted address only: a page that leans on it breaks at http://clinic-pc:4310. */
const onlySecure = /\bcrypto\.(?:randomUUID|subtle)\b|\bnavigator\.(?:clipboard|serviceWorker|storage|credentials)\b|\bcaches\./;

const leaning = (among: readonly Source[]): string[] =>
  among.filter((source) => onlySecure.test(withoutComments(source))).map(({ path }) => path);

test('no page needs what a browser has at encrypted addresses only', () => {
  expect(leaning(sourcesOf(['src'], /\.tsx?$/))).toEqual([]);
});

test('the guard sees a key that is made the other way', () => {
  expect(leaning([{ path: 'src/features/x/planted.ts', text: 'const key = crypto.randomUUID();' }])).toHaveLength(1);
});
