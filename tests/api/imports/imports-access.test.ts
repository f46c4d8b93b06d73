import { beforeAll, expect, test } from 'vitest';
import { aCheckedFile, sendFile, type Brought } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';
import type { Actor } from '#server/access/actor.ts';

let south: Awaited<ReturnType<typeof anOrganization>>;
let file: Brought;
let colleague: Actor;

const world = worldOfFile();

beforeAll(async () => {
  south = await anOrganization(world.db, 'South');
  await aClient(world, { chart: 'C1' });
  file = await aCheckedFile(world, 'medications', 'chart_number,name,started_on\nC1,naltrexone,2026-07-01\nC1,naltrexone,2026-02-30\n', {
    who: 'administrator',
  });
  const values = {
    organization_id: world.organizationId,
    name: 'Second administrator',
    role: 'administrator' as const,
    user_id: null,
    ended_on: null,
  };
  const { id } = await world.db.insertInto('staff').values(values).returning('id').executeTakeFirstOrThrow();
  colleague = { organizationId: world.organizationId, staffId: id, name: 'Second administrator', role: 'administrator' };
});

const mapping = { kind: 'medications', census: false, columns: [], dates: [], words: [] };

const gets = (id: string) => [`/imports/${id}`, `/imports/${id}/rows?show=fix`, `/imports/${id}/held`, `/imports/${id}/missing`];
const posts = (id: string): readonly (readonly [string, object])[] => [
  [`/imports/${id}/match`, { source: 'Other', mapping }],
  [`/imports/${id}/fixes`, { row: 3, column: 'started_on', value: '2026-02-28', similar: false }],
  [`/imports/${id}/skips`, { row: 3, similar: false, skip: true }],
  [`/imports/${id}/kept`, { row: 3, columns: [] }],
  [`/imports/${id}/runs`, {}],
  [`/imports/${id}/undo`, { leaveDependents: false }],
  [`/imports/${id}/thrown-away`, {}],
];

const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;

test.each<[string, () => Actor]>([
  ['a director of another organization', () => south.staff.director],
  ['an administrator of another organization', () => south.staff.administrator],
  ['an administrator who did not bring the file', () => colleague],
])('%s sees an import as one that isn’t there, and each look is written down', async (_, who) => {
  const nowhere = '0190a7a0-0000-7000-8000-000000000000';
  for (const id of [file.id, nowhere]) {
    for (const path of gets(id)) expect([path, await codeOf(await world.as(who()).get(path))]).toEqual([path, 'import-unknown']);
    for (const [path, body] of posts(id))
      expect([path, await codeOf(await world.as(who()).post(path, body))]).toEqual([path, 'import-unknown']);
  }
  const denied = await world.db
    .selectFrom('audit_event')
    .select('action')
    .where('kind', '=', 'denied')
    .where('staff_id', '=', who().staffId)
    .execute();
  expect(denied).toHaveLength(22);
});

test('therapists and techs bring no files in, and see none', async () => {
  for (const role of ['therapist', 'tech'] as const) {
    expect((await world.as(role).get('/imports')).status).toBe(403);
    expect((await sendFile(world, 'a,b\n1,2\n', role)).status).toBe(403);
  }
});

test('a file that an administrator brought is listed for a colleague without its name, and a director may open it', async () => {
  const listed = (await (await world.as(colleague).get('/imports')).json()) as { imports: readonly object[] };
  expect(listed.imports).toMatchObject([{ id: file.id, fileName: '', opens: false, counts: { fix: 1, ready: 1 } }]);
  expect((await world.as('director').get(`/imports/${file.id}/rows?show=fix`)).status).toBe(200);
  const elsewhere = (await (await world.as(south.staff.director).get('/imports')).json()) as { imports: readonly object[] };
  expect(elsewhere.imports).toEqual([]);
});

test('a file that comes without its name, as JSON, or from another site is refused', async () => {
  const post = (headers: Record<string, string>) => world.as('director').post('/imports/files', 'a,b\n1,2\n', headers);
  expect((await post({ 'content-type': 'application/octet-stream' })).status).toBe(400);
  expect(await codeOf(await post({ 'content-type': 'application/json' }))).toBe('body-not-json');
  expect(await codeOf(await post({ 'content-type': 'multipart/form-data; boundary=x' }))).toBe('body-not-json');
  const named = { 'content-type': 'text/csv', 'x-cairn-fields': encodeURIComponent(JSON.stringify({ fileName: 'a.csv' })) };
  expect(await codeOf(await post({ ...named, 'sec-fetch-site': 'cross-site' }))).toBe('wrong-origin');
  expect(await codeOf(await post({ ...named, 'x-cairn-fields': '%' }))).toBe('body-not-json');
});
