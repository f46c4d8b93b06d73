import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cohort } from '#contract/cohort.ts';
import { bringIn } from '#kit/both-ways.ts';
import { aSession } from '#kit/sessions.ts';
import { aWorld, type World } from '#kit/world.ts';

const data = process.env['CAIRN_DATA'];
const script = data === undefined ? null : join(data, '../field/make_inputs.py');
const there = script !== null && existsSync(script) && spawnSync('python3', ['--version']).status === 0;

/** What is said of the files from the field once they are in: on charts, in searches, and beside one another. */
describe.skipIf(!there)(`what is made of files from the field${there ? '' : ' (not run: they are not beside CAIRN_DATA)'}`, () => {
  let folder: string;
  let world: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-measures-'));
    const made = spawnSync('python3', [script ?? '', folder, '2026-11-23']);
    if (made.status !== 0) throw new Error(made.stderr.toString());
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => void (world = await aWorld(new Date('2026-11-23T14:02:00.000Z'))));
  afterEach(() => world.drop());

  const bring = (name: string) => bringIn(world, 'page', { name, content: readFileSync(join(folder, name)) });
  const post = async <T>(path: string, body: unknown): Promise<T> => (await (await world.as('therapist').post(path, body)).json()) as T;

  test('01: a steady 92% is common cause, or too few to judge, however the weeks are cut; it never improves and never worsens', async () => {
    await bring('01-spc-clients.csv');
    await bring('01-spc-screens.csv');
    for (const from of ['2026-05-18', '2026-07-06', '2026-08-31', '2026-10-26']) {
      const answer = await world.as('director').get(`/cohort?from=${from}&to=2026-11-22`);
      const { measures } = cohort.overview.output.parse(await answer.json());
      if ('unavailable' in measures.collected) throw new Error('it is unavailable');
      const { latest, trend } = measures.collected;
      expect([from, latest.denominator > 0]).toEqual([from, true]);
      expect([from, ['common-cause', 'too-few', 'too-few-events'].includes(trend.variation.kind), trend.variation.kind]).toEqual([
        from,
        true,
        trend.variation.kind,
      ]);
      expect(trend.points.filter(({ signal }) => signal !== 'common')).toEqual([]);
    }
  });

  const inOrder = ['Adams', 'Ávila', 'de la Cruz', 'García López', 'Łaski', 'Nguyễn Văn', 'O’Brien', 'Smith-Jones', 'van Dyk', 'Zimmer'];
  const family = (name: string): string => inOrder.find((one) => name.includes(one)) ?? name;

  test('12: everybody is found by any part of their name in the list, the walk-in and the roster, and stands in one order', async () => {
    await bring('12-names.csv');
    const sessionId = await aSession(world, { on: '2026-11-23' as never });
    type Found = { clients: { name: string }[] };
    const searches: Readonly<Record<string, (text: string) => Promise<string[]>>> = {
      list: async (text) => (await post<Found>('/clients/search', { text })).clients.map(({ name }) => family(name)),
      'walk-in': async (search) =>
        (await post<Found>(`/sessions/${sessionId}/walk-ins`, { search })).clients.map(({ name }) => family(name)),
      roster: async (search) =>
        (await post<Found>(`/sessions/${sessionId}/attendance/search`, { search })).clients.map(({ name }) => family(name)),
    };
    const wanted = [
      ['lopez', 'García López'],
      ['cruz', 'de la Cruz'],
      ["o'brien", 'O’Brien'],
      ['avila', 'Ávila'],
      ['nguyen', 'Nguyễn Văn'],
      ['laski', 'Łaski'],
      ['jones', 'Smith-Jones'],
    ] as const;
    for (const [where, search] of Object.entries(searches))
      for (const [text, name] of wanted) expect([where, text, await search(text)]).toEqual([where, text, [name]]);
    expect(await searches['list']?.('')).toEqual(inOrder);
  });

  test('12: Anna-Marie Smith Jones is offered as perhaps the same as NM-10', async () => {
    await bring('12-names.csv');
    const typed = { firstName: 'Anna-Marie', lastName: 'Smith Jones', preferredName: null, bornOn: '1990-05-05', chartNumber: 'X-1' };
    const { duplicates } = await post<{ duplicates: { chartNumber: string }[] }>('/clients/duplicates', typed);
    expect(duplicates.map(({ chartNumber }) => chartNumber)).toEqual(['NM-10']);
  });
});
