import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

test('the contract is published as OpenAPI 3.1 that a validator accepts', async () => {
  const document = (await (await world.as(null).get('/openapi.json')).json()) as Parameters<Validator['validate']>[0];
  const { valid, errors } = await new Validator().validate(document);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('every entry of the contract is in it', async () => {
  const { paths } = (await (await world.as(null).get('/openapi.json')).json()) as {
    paths: { [path: string]: { [method: string]: { operationId: string } } };
  };
  const published = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  const entries = Object.entries(contract).flatMap(([noun, of]) =>
    Object.keys(of as { [name: string]: Endpoint }).map((name) => `${noun}.${name}`),
  );
  expect(published.toSorted()).toEqual(entries.toSorted());
});

test('nothing of the API may be kept by a cache, and no other address answers', async () => {
  const missing = await world.as('director').get('/nowhere');
  expect(missing.status).toBe(404);
  expect(missing.headers.get('cache-control')).toBe('no-store');
  expect((await world.as('therapist').get('/today')).headers.get('cache-control')).toBe('no-store');
});

test('the process says whether it lives and whether it can answer', async () => {
  expect(await (await world.as(null).get('/livez')).json()).toEqual({ alive: true });
  expect(await (await world.as(null).get('/readyz')).json()).toEqual({ ready: true });
});
