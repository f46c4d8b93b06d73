import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathFields } from '#contract/paths.ts';
import { Problem, refusals } from '#contract/refusals.ts';
import { nul, fieldPathsIn, requestOf, strange, texts, withAt } from './promises-strange.ts';
import { aClinic, ask, entries, entryOf, goodAsks, type Ask, type Clinic } from './promises-world.ts';

let clinic: Clinic;
let good: readonly Ask[];
beforeAll(async () => {
  clinic = await aClinic();
  good = (await Promise.all(entries.map(({ action }) => goodAsks(clinic, action)))).flat();
});
afterAll(() => clinic.world.drop());

test('whatever is sent is answered in the contract’s shape, or refused with a code that is known', { timeout: 60_000 }, async () => {
  const codes = new Set<string>();
  let answered = 0;
  const complaints: unknown[] = [];
  await fc.assert(
    fc.asyncProperty(strange, async (one) => {
      const ask = good[one.at % good.length];
      if (ask === undefined) return;
      const { entry, role } = entryOf(ask.action);
      const { path, body, version } = requestOf(ask, one);
      const caller = clinic.world.as(role);
      const response = body === null ? await caller.get(path) : await caller.post(path, body, { 'if-match': version });
      const text = await response.text();
      if (response.status === 200) {
        answered += 1;
        expect(entry.output.safeParse(JSON.parse(text)).success).toBe(true);
        return;
      }
      const problem = Problem.parse(JSON.parse(text));
      codes.add(problem.code);
      if (response.status >= 500) complaints.push([ask.action, path.slice(0, 300), body?.slice(0, 300)]);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(Object.keys(refusals)).toContain(problem.code);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }),
    { numRuns: 1500, endOnFailure: true },
  );
  expect(complaints).toEqual([]);
  expect(answered).toBeGreaterThan(20);
  expect(codes.size).toBeGreaterThan(4);
});

async function oneOf(action: string): Promise<Ask> {
  const [first] = await goodAsks(clinic, action);
  if (first === undefined) throw new Error(`nothing to ask of ${action}`);
  return first;
}

describe.each(entries.filter(({ action }) => action !== 'cohort.overview'))('$action', ({ action, entry }) => {
  test('takes any text in any of its fields without an error of ours', { timeout: 120_000 }, async () => {
    let one = await oneOf(action);
    const complaints: unknown[] = [];
    for (const fieldPath of fieldPathsIn(one.input)) {
      for (const text of texts) {
        const input = Object(withAt(one.input, fieldPath, text));
        const response = await ask(clinic.world, { ...one, input });
        if (response.status >= 500) complaints.push([fieldPath.join('.'), text]);
        if (response.status === 200) {
          expect(entry.output.safeParse(await response.json()).success).toBe(true);
          one = await oneOf(action);
        }
      }
    }
    expect(complaints).toEqual([]);
  });

  test('refuses text that can’t be stored as it was typed, and names the field', async () => {
    const one = await oneOf(action);
    for (const fieldPath of fieldPathsIn(one.input).filter(([name]) => !pathFields(entry.path).includes(name ?? ''))) {
      for (const text of [`a${nul}b`, ...(entry.method === 'POST' ? ['a\ud800b'] : [])]) {
        const response = await ask(clinic.world, { ...one, input: Object(withAt(one.input, fieldPath, text)) });
        const { fields } = Problem.parse(await response.json());
        expect([fieldPath.join('.'), response.status]).toEqual([fieldPath.join('.'), 400]);
        expect(fields?.map(({ field }) => field)).toContain(fieldPath.join('.'));
      }
    }
  });
});

test.each([
  '9999-12-31T23:59:59-12:00',
  '0001-01-01T00:00:00+14:00',
  '+275760-09-13T00:00:00Z',
  '2026-02-30T10:00:00Z',
  '2200-01-01T00:00:00Z',
])('the moment %s is refused where one is asked for, and never taken for the past', async (at) => {
  for (const action of ['contacts.record', 'adjustments.talk']) {
    const one = await oneOf(action);
    const response = await ask(clinic.world, { ...one, input: { ...one.input, at } });
    expect([action, response.status, Problem.parse(await response.json()).fields?.[0]?.field]).toEqual([action, 400, 'at']);
  }
  const notification = await oneOf('caseload.recordNotification');
  const response = await ask(clinic.world, { ...notification, input: { ...notification.input, notified: { who: 'On call', at } } });
  expect([response.status, Problem.parse(await response.json()).fields?.[0]?.field]).toEqual([400, 'notified.at']);
});
