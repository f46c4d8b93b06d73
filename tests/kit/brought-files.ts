import { fieldsHeader } from '#contract/paths.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { ImportKind, ImportMapping } from '#domain/imports/imports.ts';
import type { World } from './world.ts';

type Imports = Contract['imports'];
export type One = OutputOf<Imports['one']>;
type Who = Parameters<World['as']>[0];

export const sent = (fileName: string): Record<string, string> => ({
  'content-type': 'application/octet-stream',
  [fieldsHeader]: encodeURIComponent(JSON.stringify({ fileName })),
});

/** Sends a file as the page does: as it is, with its name in a header. */
export const sendFile = (world: World, text: string | Uint8Array, who: Who = 'director', fileName = 'export.csv'): Promise<Response> =>
  world.as(who).post('/imports/files', text, sent(fileName));

export async function answer<Call extends keyof Imports>(response: Promise<Response>, call: Call): Promise<OutputOf<Imports[Call]>> {
  const given = await response;
  const body: unknown = await given.json();
  if (given.status !== 200) throw new Error(`${call} ${given.status} ${JSON.stringify(body)}`);
  return body as OutputOf<Imports[Call]>;
}

export const oneImport = (world: World, importId: string, who: Who = 'director'): Promise<One> =>
  answer(world.as(who).get(`/imports/${importId}`), 'one');

/** Waits until the server has done with it what was asked. */
export async function settledImport(world: World, importId: string, who: Who = 'director'): Promise<One['import']> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { import: shown } = await oneImport(world, importId, who);
    if (shown.state !== 'checking' && shown.state !== 'importing') return shown;
    await new Promise((done) => setTimeout(done, tries < 20 ? 50 : 400));
  }
  throw new Error('the import never came to an end');
}

export type Brought = {
  readonly id: string;
  readonly call: (name: string, body?: object) => Promise<Response>;
  readonly get: (name: string) => Promise<Response>;
  readonly rows: (show: string) => Promise<OutputOf<Imports['rows']>['rows']>;
  readonly fix: (row: number, column: string, value: string, similar?: boolean) => Promise<OutputOf<Imports['fix']>>;
  readonly run: () => Promise<One['import']>;
  readonly now: () => Promise<One['import']>;
};

/** A file sent, read as suggested or otherwise, and checked. */
export async function aCheckedFile(
  world: World,
  kind: ImportKind,
  text: string,
  options: { readonly who?: Who; readonly source?: string; readonly mapping?: (suggested: ImportMapping) => ImportMapping } = {},
): Promise<Brought> {
  const { who = 'director', source = 'Other system', mapping = (one) => one } = options;
  const { id } = await answer(sendFile(world, text, who), 'upload');
  const { suggested } = await oneImport(world, id, who);
  const own = suggested.find((one) => one.kind === kind);
  if (own === undefined) throw new Error(`nothing was suggested for ${kind}`);
  const input: Omit<InputOf<Imports['match']>, 'importId'> = { source, mapping: mapping(own) as InputOf<Imports['match']>['mapping'] };
  await answer(world.as(who).post(`/imports/${id}/match`, input), 'match');
  await settledImport(world, id, who);
  return brought(world, id, who);
}

export const brought = (world: World, id: string, who: Who = 'director'): Brought => ({
  id,
  call: (name, body = {}) => world.as(who).post(`/imports/${id}/${name}`, body),
  get: (name) => world.as(who).get(`/imports/${id}/${name}`),
  rows: async (show) => (await answer(world.as(who).get(`/imports/${id}/rows?show=${show}`), 'rows')).rows,
  fix: (row, column, value, similar = false) => answer(world.as(who).post(`/imports/${id}/fixes`, { row, column, value, similar }), 'fix'),
  run: async () => {
    await answer(world.as(who).post(`/imports/${id}/runs`, {}), 'start');
    return settledImport(world, id, who);
  },
  now: async () => (await oneImport(world, id, who)).import,
});
