import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { Problem } from '#contract/refusals.ts';
import { aPanel, aSession } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let panelId: string;
const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
});

const box = { lot: 'K-2207', expiresOn: '2027-05-31' };
const add = (body: unknown, id = panelId) => world.as('tech').post(`/panels/${id}/lots`, body);
const problem = async (response: Response) => Problem.parse(await response.json());

test('a box that was opened is in the next log, with the date on it', async () => {
  expect((await add(box)).status).toBe(200);
  const log = (await (await world.as('tech').get(`/sessions/${await aSession(world)}/results`)).json()) as {
    panels: { lots: { lot: string; expiresOn: string; expired: boolean }[] }[];
  };
  expect(log.panels[0]?.lots.find(({ lot }) => lot === box.lot)).toMatchObject({ expiresOn: box.expiresOn, expired: false });
});

test('the same lot of the same panel is not listed twice', async () => {
  await add({ ...box, lot: 'K-1' });
  const again = await add({ ...box, lot: 'K-1' });
  expect([again.status, (await problem(again)).detail]).toEqual([409, 'Lot K-1 of the 12-panel cup is listed already.']);
});

test.each([
  ['a box past its date', { ...box, expiresOn: '2026-11-01' }, 'expiresOn', /expired on .* Open another box/],
  ['a date that doesn’t exist', { ...box, expiresOn: '2027-02-30' }, 'expiresOn', /doesn’t exist/],
  ['a lot without a number', { ...box, lot: '  ' }, 'lot', /Write something/],
])('%s is refused with the field and the fix', async (_, body, field, message) => {
  const response = await add(body);
  const fields = (await problem(response)).fields ?? [];
  expect([response.status, fields.map((one) => one.field)]).toEqual([400, [field]]);
  expect(fields[0]?.message).toMatch(message);
});

test('a panel of another clinic is as unknown as one that isn’t there', async () => {
  const south = await anOrganization(world.db, 'Far South');
  const theirs = await aPanel({ ...world, ...south });
  const answers = await Promise.all([add(box, theirs), add(box, randomUUID())]);
  expect(await Promise.all(answers.map(async (one) => [one.status, (await problem(one)).code]))).toEqual([
    [404, 'panel-unknown'],
    [404, 'panel-unknown'],
  ]);
});
