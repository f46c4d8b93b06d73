import { expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';
import { sourcesOf } from '#kit/sources.ts';
import { rolesFor } from '#server/access/endpoint-policy.ts';
import { procedureFor } from '#server/endpoints.ts';

type Entry = { readonly noun: string; readonly name: string; readonly entry: Endpoint };

const entries: Entry[] = Object.entries(contract).flatMap(([noun, of]) =>
  Object.entries<Endpoint>(of).map(([name, entry]) => ({ noun, name, entry })),
);
const answered = entries.filter(({ noun }) => noun !== 'signIn');
const tests = sourcesOf(['tests/api'], /\.ts$/)
  .map(({ text }) => text)
  .join('\n');

/** A path as a test writes it, with anything in the place of its fields. */
const asWritten = (path: string): RegExp => new RegExp(`${path.replaceAll(/:\w+/g, '[^\\s/]+')}['"\`?]`);

test('the contract is not empty', () => expect(entries.length).toBeGreaterThan(5));

test.each(answered.map(({ noun, name }) => [`${noun}.${name}`, noun, name] as const))(
  '%s has a procedure and a policy row',
  (_, noun, name) => {
    expect(procedureFor(noun, name)).toBeTypeOf('function');
    expect(rolesFor(noun, name).length).toBeGreaterThan(0);
  },
);

test.each(entries.map(({ noun, name, entry }) => [`${noun}.${name}`, entry.path] as const))('%s is asked for by a test', (_, path) => {
  expect(asWritten(path).test(tests)).toBe(true);
});

test('the guard sees an endpoint that nobody tests', () => {
  expect(asWritten('/clients/:clientId/planted').test(tests)).toBe(false);
});

test('no endpoint of the contract speaks of ending care because of a result', () => {
  const words = entries.filter(({ entry }) => /discharge|terminate/i.test(entry.path));
  expect(words).toEqual([]);
});
