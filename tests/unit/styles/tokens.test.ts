import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Tokens = Readonly<Record<string, string>>;

const source = readFileSync('src/styles/tokens.css', 'utf8');

/** The custom properties of the first block whose selector line ends as given. */
function tokensOf(selector: string): Tokens {
  const start = source.indexOf(`${selector} {`);
  const block = source.slice(start, source.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']));
}

const light = tokensOf(':root');
const dark = tokensOf("[data-theme='dark']");
const darkByPreference = tokensOf(':root:not([data-theme])');

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [luminance(tokens[one] ?? ''), luminance(tokens[other] ?? '')];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['canvas', 'surface', 'sunken'];
const texts = ['ink', 'ink-2', 'ink-3', 'action', 'wait-ink', 'err'];
const marks = ['attend', 'plan', 'spc-improve', 'spc-concern', 'spc-common', 'control', 'focus', 'wait-ink', 'ink-2', 'ink-3'];
const onTints: [string, string][] = [
  ['wait-ink', 'wait-tint'],
  ['ink', 'wait-tint'],
  ['ink-2', 'wait-tint'],
  ['ink', 'plan-tint'],
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['surface', 'ink'],
  ['ink', 'gap'],
  ...[1, 2, 3, 4].map((step): [string, string] => ['ink', `phase-${step}`]),
  ...[1, 2, 3, 4, 5].map((step): [string, string] => [`on-heat-${step}`, `heat-${step}`]),
];
const onLines: [string, string][] = [
  ['ink', 'attend'],
  ['plan', 'plan-tint'],
  ['ink-3', 'gap'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  test.each(grounds.flatMap((ground) => texts.map((text) => [text, ground] as const)))('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds.flatMap((ground) => marks.map((mark) => [mark, ground] as const)))('a mark in %s can be seen on %s', (mark, ground) => {
    expect(contrast(tokens, mark, ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(onTints)('%s can be read on %s', (text, tint) => {
    expect(contrast(tokens, text, tint)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(onLines.slice(1))('a line in %s can be seen on %s', (line, ground) => {
    expect(contrast(tokens, line, ground)).toBeGreaterThanOrEqual(3);
  });

  test('gridlines stay fainter than borders, and borders fainter than controls', () => {
    expect(contrast(tokens, 'hair', 'surface')).toBeLessThan(contrast(tokens, 'border', 'surface'));
    expect(contrast(tokens, 'border', 'surface')).toBeLessThan(contrast(tokens, 'control', 'surface'));
  });
});

test('dark by preference is dark by choice', () => {
  expect(darkByPreference).toEqual(dark);
});

test('both themes name the same tokens', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});

const styleFiles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|tsx?)$/.test(file));
const readsOf = (file: string): string => readFileSync(join('src', file), 'utf8');

test('red is for form errors and work that may be lost, and for nothing else', () => {
  const allowed = [
    'forced-colors.css',
    'tokens.css',
    'Field.module.css',
    'Control.module.css',
    'Choice.module.css',
    'ErrorSummary.module.css',
    'Fault.module.css',
  ];
  const users = styleFiles.filter((file) => /--err\b/.test(readsOf(file)));
  expect(users.length).toBeGreaterThan(3);
  expect(users.filter((file) => !allowed.some((name) => file.endsWith(name)))).toEqual([]);
});

test('the marigold fill is never drawn without its dark outline', () => {
  const rules = styleFiles
    .filter((file) => file.endsWith('.css') && !file.startsWith('styles'))
    .flatMap((file) => readsOf(file).match(/\{[^{}]*\}/g) ?? []);
  const filled = rules.filter((rule) => /[\s{;](?:--)?fill:\s*var\(--wait-fill\)/.test(rule));
  expect(filled.length).toBeGreaterThan(0);
  expect(filled.filter((rule) => !/stroke:|--line:/.test(rule))).toEqual([]);
});

test('no style names a color of its own outside the tokens and the print sheet', () => {
  const screens = (css: string): string => css.replace(/@media print \{[\s\S]*$/, '');
  const own = styleFiles.filter((file) => file.endsWith('.module.css') && /#[0-9a-f]{3,8}\b|rgb\(/i.test(screens(readsOf(file))));
  expect(own).toEqual([]);
});

test('every token that a style reads exists', () => {
  const defined = new Set(
    styleFiles.flatMap((file) => [...readsOf(file).matchAll(/(?:^|[\s{;'"])(--[\w-]+)['"]?\]?:/g)].map(([, name]) => name)),
  );
  const read = styleFiles.flatMap((file) => [...readsOf(file).matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => `${name}`));
  expect(read.length).toBeGreaterThan(50);
  expect(read.filter((name) => !defined.has(name))).toEqual([]);
});
