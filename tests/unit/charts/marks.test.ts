import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MarkShape } from '#charts/marks/MarkShape.tsx';
import { markLooks } from '#charts/marks/mark-looks.ts';
import { markCodes, type MarkCode } from '#domain/drug-screens/interpret.ts';

const drawn = (code: MarkCode, presumptive = false, size = 12): string =>
  renderToStaticMarkup(createElement(MarkShape, { code, x: 0, y: 0, size, presumptive }));

/** What is left of a mark when color and letters are taken away. */
const shapeOnly = (code: MarkCode): string =>
  drawn(code)
    .replace(/<text.*?<\/text>/g, '')
    .replace(/ (class|data-state|data-shape)="[^"]*"/g, '');

test('every code has a shape of its own, so that color can be unplugged', () => {
  const shapes = markCodes.map((code) => markLooks[code].shape);
  expect(new Set(shapes).size).toBe(markCodes.length);
});

test('no two codes that differ only by color are drawn alike', () => {
  // U! and U are a filled diamond with and without an outline; the outline is a stroke width, which survives.
  expect(new Set(markCodes.map(shapeOnly)).size).toBe(markCodes.length);
});

test.each<[MarkCode, boolean]>([
  ['U!', true],
  ['U+', true],
  ['U', true],
  ['N!', true],
  ['E', false],
  ['R', false],
  ['C', false],
  ['I', false],
  ['P', false],
  ['O', false],
])('a presumptive %s shows a tick: %s', (code, shows) => {
  expect(drawn(code, true).includes('data-tick')).toBe(shows);
  expect(drawn(code, false)).not.toContain('data-tick');
});

test('a mark is never drawn smaller than 11 px', () => {
  expect(drawn('U', false, 4)).toBe(drawn('U', false, 11));
});

test('the two colors belong to the team: waiting for us and plan adjusted', () => {
  expect(markCodes.filter((code) => markLooks[code].tone === 'wait')).toEqual(['U!', 'N!']);
  expect(markCodes.filter((code) => markLooks[code].tone === 'plan')).toEqual(['U+', 'N+']);
});

test('every mark says its state in the drawing', () => {
  for (const code of markCodes) expect(drawn(code)).toContain(`data-state="${code}"`);
});
