import fc from 'fast-check';
import { pathFields } from '#contract/paths.ts';
import { entryOf, type Ask } from './promises-world.ts';

export const nul = String.fromCodePoint(0);
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

export const texts = [
  '',
  ' ',
  nul,
  `a${nul}b`,
  'lone \ud800 surrogate',
  '\udfff',
  '\u202egnp.exe',
  '🧗🏽‍♀️',
  '𝒳'.repeat(300),
  'x'.repeat(5000),
  "'; drop table client; --",
  '%_\\',
  '-1',
  '1e309',
  'NaN',
  'now',
  'null',
  'true',
  '2026-02-30',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '+275760-09-13',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-12:00',
  '+275760-09-13T00:00:00Z',
  '2026-11-23T24:00:00Z',
  '2026-11-20T10:00:00Z',
  '0190a7a0-0000-7000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '__proto__',
  'constructor',
];
const things: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e308,
  [],
  {},
  Array.from({ length: 10_000 }, () => 'AMP'),
  Array.from({ length: 10_000 }, () => ({})),
  nested(2000),
  { constructor: { prototype: { polluted: 1 } } },
  [nul],
  { [nul]: nul },
];
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 2, arbitrary: fc.constantFrom(...things) },
  fc.anything({ maxDepth: 3, withNullPrototype: false }),
);

/** Every place in an input that a value stands at. */
export function fieldPathsIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [...(at.length === 0 ? [] : [at]), ...Object.entries(value).flatMap(([name, inner]) => fieldPathsIn(inner, [...at, name]))];
}

export function withAt(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (String(index) === name ? withAt(inner, rest, put) : inner));
  const fields = Object.fromEntries(Object.entries(Object(value)));
  return { ...fields, [name]: withAt(fields[name], rest, put) };
}

const extraKeys = ['__proto__', 'constructor', 'prototype', 'organization_id', 'toString', nul, 'id'];

export const strange = fc.record({
  at: fc.nat(),
  changes: fc.array(fc.record({ index: fc.nat(), put: anything }), { maxLength: 3 }),
  extra: fc.option(fc.constantFrom(...extraKeys), { freq: 6 }),
  version: fc.constantFrom('"1"', '"2"', '"999999999"', '1', '*', 'W/"1"', '"99999999999999"'),
});

const said = (value: unknown): string => {
  try {
    return String(value);
  } catch {
    return 'nothing';
  }
};
const inAddress = (value: unknown): string => encodeURIComponent(said(value).toWellFormed()) || '%20';

export function requestOf(ask: Ask, { changes, extra, version }: typeof strange extends fc.Arbitrary<infer S> ? S : never) {
  const { entry } = entryOf(ask.action);
  const fieldPaths = fieldPathsIn(ask.input);
  let input: unknown = ask.input;
  for (const { index, put } of changes)
    input = fieldPaths.length === 0 ? { surprise: put } : withAt(input, fieldPaths[index % fieldPaths.length] ?? [], put);
  const fields = Object.entries(Object(input));
  const path = pathFields(entry.path).reduce<string>(
    (text, name) => text.replace(`:${name}`, inAddress(fields.find(([field]) => field === name)?.[1])),
    entry.path,
  );
  const rest = fields.filter(([name]) => !pathFields(entry.path).includes(name));
  if (entry.method === 'GET') {
    const query = rest.map(([name, value]) => `${inAddress(name)}=${inAddress(value)}`);
    return { path: `${path}?${[...query, ...(extra === null ? [] : [`${inAddress(extra)}=1`])].join('&')}`, body: null, version };
  }
  const body = JSON.stringify(Object.fromEntries(rest), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  const more = extra === null ? body : body.replace(/^\{/, `{${JSON.stringify(extra)}: {"polluted": 1}${body === '{}' ? '' : ','}`);
  return { path, body: more, version };
}
