import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolder } from '#kit/open-folder.ts';
import { pagesFrom } from '#server/http/static-files.ts';
import { aClinic, ask, entries, goodAsks, type Clinic } from './promises-world.ts';

let clinic: Clinic;
let folder: string;
beforeAll(async () => {
  clinic = await aClinic();
  folder = await openFolder('cairn-pages-');
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Cairn</title>');
  await writeFile(join(folder, 'assets', 'page-1.js'), 'export {};');
});
afterAll(async () => {
  await clinic.world.drop();
  await rm(folder, { recursive: true, force: true });
});

const nowhere = '0190a7a0-0000-7000-8000-000000000000';

function expectGuarded(response: Response, said: string): void {
  const { headers } = response;
  const seen = ['x-content-type-options', 'referrer-policy', 'x-frame-options', 'cross-origin-resource-policy'].map((name) =>
    headers.get(name),
  );
  expect([said, ...seen]).toEqual([said, 'nosniff', 'no-referrer', 'DENY', 'same-origin']);
  expect([said, headers.get('x-powered-by'), headers.get('server'), headers.get('access-control-allow-origin')]).toEqual([
    said,
    null,
    null,
    null,
  ]);
}

test('no answer of the API may be kept, sniffed or framed, be it an answer or a refusal', async () => {
  const { world } = clinic;
  const raw = (path: string, init: RequestInit = {}) => world.app.fetch(new Request(`http://cairn.test/api${path}`, init));
  const json = { 'content-type': 'application/json' };
  const refused: [number, Promise<Response>][] = [
    [404, world.as('therapist').get('/clients/none')],
    [400, world.as('therapist').post('/clients/search', '{')],
    [401, world.as(null).get('/today')],
    [401, raw('/sign-in', { method: 'POST', headers: json, body: '{"email":"a@example.org","password":"b"}' })],
    [403, world.as('administrator').get('/today')],
    [403, raw('/sign-out', { method: 'POST', headers: { ...json, origin: 'https://elsewhere.example' }, body: '{}' })],
    [403, raw('/sign-out', { method: 'POST', headers: { ...json, origin: 'null' }, body: '{}' })],
    [403, raw('/sign-out', { method: 'POST', headers: { ...json, 'sec-fetch-site': 'cross-site' }, body: '{}' })],
    [404, world.as('therapist').get(`/clients/${nowhere}`)],
    [404, raw('/nothing/here')],
    [404, raw('/today', { method: 'DELETE' })],
    [404, raw('/today', { method: 'OPTIONS' })],
    [404, world.as('therapist').get('/clients/%E0%A4%A')],
    [413, world.as('therapist').post('/clients/search', { text: 'x'.repeat(1_100_000) })],
    [
      428,
      world
        .as('therapist')
        .post(`/clients/${nowhere}/adjustments/${nowhere}/explanation`, { because: 'lab', words: 'None.', naloxone: null }),
    ],
  ];
  for (const [index, [status, requested]] of refused.entries()) {
    const response = await requested;
    const said = `request ${index}`;
    expect([said, response.status]).toEqual([said, status]);
    expectGuarded(response, said);
    expect([said, response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([
      said,
      'no-store',
      'application/problem+json',
    ]);
  }
  await sql`revoke insert on audit_event from cairn_app`.execute(world.db);
  const broken = await world.as('therapist').get('/today');
  await sql`grant insert on audit_event to cairn_app`.execute(world.db);
  expectGuarded(broken, 'an error of ours');
  expect([broken.status, broken.headers.get('cache-control')]).toEqual([503, 'no-store']);
});

test('every entry’s answer, and what stands beside the entries, may not be kept either', async () => {
  for (const { action } of entries) {
    for (const one of await goodAsks(clinic, action)) {
      const response = await ask(clinic.world, one);
      expectGuarded(response, action);
      expect([action, response.status, response.headers.get('cache-control')]).toEqual([action, 200, 'no-store']);
    }
  }
  for (const path of ['/livez', '/readyz', '/openapi.json']) {
    const response = await clinic.world.as(null).get(path);
    expectGuarded(response, path);
    expect([path, response.headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
});

test('pages run only our own script, take no text for script, and can’t be framed', async () => {
  const pages = pagesFrom(folder);
  for (const path of ['/', '/clients/somebody', '/assets/page-1.js', '/assets/none.js', '/../package.json', '/%2e%2e/package.json']) {
    const response = await pages.fetch(new Request(`http://cairn.test${path}`));
    expectGuarded(response, path);
    expect(await response.text()).not.toContain('"dependencies"');
    const policy = new Map(
      (response.headers.get('content-security-policy') ?? '').split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect([path, policy.get('default-src'), policy.get('script-src'), policy.get('style-src')]).toEqual([
      path,
      "'none'",
      "'self'",
      "'self'",
    ]);
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    for (const none of ['frame-ancestors', 'base-uri', 'object-src', 'trusted-types'])
      expect([none, policy.get(none)]).toEqual([none, "'none'"]);
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:/);
  }
});

test('only a file whose name says its contents is kept by a browser for good', async () => {
  const kept = async (path: string) =>
    (await pagesFrom(folder).fetch(new Request(`http://cairn.test${path}`))).headers.get('cache-control');
  expect(await kept('/assets/page-1.js')).toContain('immutable');
  expect(await kept('/')).toBe('no-cache');
  expect(await kept('/clients/somebody')).toMatch(/no-cache|no-store/);
  expect((await kept('/assets/none.js')) ?? '').not.toContain('immutable');
});
