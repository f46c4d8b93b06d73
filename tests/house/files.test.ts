import { expect, test } from 'vitest';
import { sourcesOf } from '#kit/sources.ts';

const sources = sourcesOf(['src', 'server', 'mocks', 'tests'], /\.(ts|tsx)$/);
const linesOf = (text: string): number => text.split('\n').length - 1;

test('half of the files are under 80 lines', () => {
  const lengths = sources.map(({ text }) => linesOf(text)).toSorted((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
});

test('no file is over 250 lines', () => {
  const long = [...sources, ...sourcesOf(['src'], /\.css$/)]
    .filter(({ text }) => linesOf(text) > 250)
    .map(({ path, text }) => `${path}: ${linesOf(text)}`);
  expect(long).toEqual([]);
});

const vagueRooms = /(^|\/)(utils?|helpers?|common|shared|libs?|types)(\/|\.tsx?$)/;

test('no room is called by what it holds for lack of a name', () => {
  expect(sources.map(({ path }) => path).filter((path) => vagueRooms.test(path))).toEqual([]);
  expect(vagueRooms.test('src/utils/dates.ts')).toBe(true);
});

const registers = ['src/contract/index.ts', 'server/database/migrations/index.ts', 'server/endpoints.ts'];

test('only the registers are called index, and no file passes on what others export', () => {
  expect(sources.map(({ path }) => path).filter((path) => /\/index\.tsx?$/.test(path) && !registers.includes(path))).toEqual([]);
  expect(sources.filter(({ text }) => /^export (\*|\{[^}]*\}) from /m.test(text)).map(({ path }) => path)).toEqual([]);
});

const escapes = [/\bas any\b/, /: any\b/, /<any>/, /@ts-ignore/, /@ts-expect-error/, /\bvi\.mock\(/, /\.(only|todo|fixme)\(/];
const own = 'tests/house/files.test.ts';

test('nothing escapes the types or the lint, and no module of ours is mocked', () => {
  const found = sources
    .filter(({ path }) => path !== own)
    .flatMap(({ path, text }) =>
      escapes.filter((escape) => escape.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''))).map((escape) => `${path} ${escape.source}`),
    );
  expect(found).toEqual([]);
});

test('no lint rule is switched off in a file', () => {
  expect(sources.filter(({ path, text }) => path !== own && /(ox|es)lint-disable/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('pages write no markup from text', () => {
  expect(
    sourcesOf(['src'], /\.tsx?$/)
      .filter(({ text }) => /innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write/.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('nothing is kept in the browser’s storage', () => {
  expect(
    sourcesOf(['src'], /\.tsx?$/)
      .filter(({ text }) => /localStorage|sessionStorage|indexedDB|caches\.open|serviceWorker/.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});
