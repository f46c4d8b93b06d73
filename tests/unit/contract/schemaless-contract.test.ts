import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '#contract/index.ts';
import { schemalessContract } from '../../../scripts/schemaless-contract.ts';

const folder = 'src/contract';

async function asSent(file: string): Promise<string | null> {
  const { load } = schemalessContract();
  if (typeof load !== 'function') throw new Error('the contract is not looked at on its way into a browser');
  return (await Reflect.apply(load, {}, [resolve(folder, file)])) as string | null;
}

const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

test('a browser gets every route of the contract, and none of its schemas', async () => {
  const sent = (await Promise.all(files.map(asSent))).filter((code) => code !== null).join('\n');
  expect(sent).not.toMatch(/zod|import /);
  const routes = Object.values(contract).flatMap((noun) => Object.values(noun).map(({ method, path }) => ({ method, path })));
  expect(routes.length).toBeGreaterThan(100);
  for (const route of routes) expect(sent).toContain(JSON.stringify(route).slice(1, -1));
});

test('a route keeps what the client reads of it', async () => {
  const sent = await asSent('adjustments.ts');
  expect(sent).toMatch(/"sign":\{"method":"POST","path":"[^"]+","idempotent":true,"versioned":true\}/);
});

test('a module without schemas is sent as it was written', async () => {
  expect(await asSent('paths.ts')).toBeNull();
  expect(await asSent('capabilities.ts')).toBeNull();
});
