import { expect, test } from 'vitest';
import { openApi } from '#server/http/open-api.ts';
import { aWorld } from '#kit/world.ts';

type Schema = { readonly [key: string]: unknown };
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** A text is bounded by its length, or by a form that only short ones have. */
const bounds = ['maxLength', 'format', 'pattern', 'enum', 'const'];
const mostItems = 10_000;

function unboundedIn(schema: unknown, at: string): readonly string[] {
  if (!isSchema(schema)) return [];
  const open =
    (schema['type'] === 'array' && !(Number(schema['maxItems']) <= mostItems)) ||
    (schema['type'] === 'string' && !bounds.some((bound) => bound in schema));
  return [...(open ? [at] : []), ...Object.entries(schema).flatMap(([key, inner]) => unboundedIn(inner, `${at}.${key}`))];
}

const operations = Object.entries(isSchema(openApi()['paths']) ? (openApi()['paths'] as Schema) : {}).flatMap(([path, methods]) =>
  Object.entries(methods as Schema).map(([method, operation]) => [`${method} ${path}`, operation as Schema] as const),
);

test('there are entries to look at, and a list or text without an end is seen', () => {
  expect(operations.length).toBeGreaterThan(10);
  const open = { type: 'object', properties: { all: { type: 'array', items: { type: 'string' } } } };
  expect(unboundedIn(open, 'body')).toEqual(['body.properties.all', 'body.properties.all.items']);
});

test.each(operations)('%s takes no list and no text without an end', (_, { parameters, requestBody }) => {
  const inAddress = Array.isArray(parameters) ? parameters.filter((one) => isSchema(one) && one['in'] !== 'header') : [];
  expect([...unboundedIn(inAddress, 'address'), ...unboundedIn(requestBody, 'body')]).toEqual([]);
});

test('a body over 1 MB is refused, and one deeper than 32 too', async () => {
  const world = await aWorld();
  const therapist = world.as('therapist');
  const large = await therapist.post('/clients/search', { text: 'x'.repeat(1_100_000) });
  const deep = await therapist.post('/clients/search', `{"text":${'['.repeat(40)}${']'.repeat(40)}}`);
  expect([large.status, deep.status]).toEqual([413, 400]);
  await world.drop();
});
