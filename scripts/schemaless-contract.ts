import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

type Route = { readonly method: string; readonly path: string; readonly idempotent?: true; readonly versioned?: true };

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every(isPlain));

/** What a browser needs of one export of the contract: where to send what. Its schemas are the server's; it trusts the server's answers. */
function withoutSchemas(value: unknown): unknown {
  if (isPlain(value)) return value;
  if (typeof value !== 'object' || value === null || '_zod' in value) return undefined;
  const routes = Object.entries(value).filter(([, route]) => isRoute(route));
  if (routes.length === 0 || routes.length < Object.keys(value).length) return undefined;
  return Object.fromEntries(
    routes.map(([name, { method, path, idempotent, versioned }]: [string, Route]) => [name, { method, path, idempotent, versioned }]),
  );
}

/** Takes the schemas out of the contract on its way into a browser. An export that is more than routes and words is missing there. */
export const schemalessContract = (): Plugin => ({
  name: 'schemaless-contract',
  enforce: 'pre',
  // Tests run the server in the same process, which needs its schemas.
  apply: () => process.env['VITEST'] === undefined,
  async load(id) {
    const [file = ''] = id.split('?');
    if (!/\/src\/contract\/[\w-]+\.ts$/.test(file) || !readFileSync(file, 'utf8').includes("from 'zod/mini'")) return null;
    const exported = Object.entries((await import(pathToFileURL(file).href)) as object);
    return exported
      .map(([name, value]) => [name, withoutSchemas(value)] as const)
      .filter(([, kept]) => kept !== undefined)
      .map(([name, kept]) => `export const ${name} = ${JSON.stringify(kept)};`)
      .join('\n');
  },
});
