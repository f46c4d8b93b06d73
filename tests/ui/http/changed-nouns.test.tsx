import { MutationObserver, type QueryClient } from '@tanstack/react-query';
import { http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { panels } from '#contract/drug-screens-panels.ts';
import { closures } from '#contract/scheduling-closures.ts';
import { newCache } from '#api/cache.ts';
import { call } from '#api/client.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aPanel } from '#kit/sessions.ts';
import { aWorld, type World } from '#kit/world.ts';

let world: World;
let stage: Stage;
let panelId: string;
let cache: QueryClient;

beforeAll(async () => {
  world = await aWorld();
  panelId = await aPanel(world);
  stage = stageOn(world.appFor('director'));
});
beforeEach(() => {
  cache = newCache(() => undefined);
  for (const noun of ['closures', 'drug-screens', 'coverage']) cache.setQueryData([noun], 'as it was');
});
afterEach(() => stage.network.resetHandlers());
afterAll(async () => {
  stage.close();
  await world.drop();
});

const saved = <T,>(mutationFn: () => Promise<T>): Promise<T> => new MutationObserver(cache, { mutationFn }).mutate();
const old = () =>
  cache
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.isInvalidated)
    .map(({ queryKey }) => queryKey[0]);

const addClosure = (label: string) =>
  call(closures.add, { fromOn: '2026-12-24', toOn: '2026-12-25', programId: null, siteId: null, kind: 'holiday', label });
const addLot = (lot: string) => call(panels.addLot, { panelId, lot, expiresOn: '2027-06-30' });

/** Answers as the server does, and holds the rest of the answer's body back after its first byte. */
function bodyHeldBack(path: string) {
  const begun = Promise.withResolvers<void>();
  const body = Promise.withResolvers<void>();
  stage.network.use(
    http.post(`*/api${path}`, async ({ request }) => {
      const answer = await world.appFor('director').fetch(request);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const slow = new ReadableStream<Uint8Array>({
        start: async (controller) => {
          controller.enqueue(bytes.slice(0, 1));
          begun.resolve();
          await body.promise;
          controller.enqueue(bytes.slice(1));
          controller.close();
        },
      });
      return new Response(slow, { status: answer.status, headers: answer.headers });
    }),
  );
  return { begun: begun.promise, letGo: body.resolve };
}

test('two changes at once each make old what they changed, and not what the other did', async () => {
  const { begun, letGo } = bodyHeldBack('/closures');
  const closure = saved(() => addClosure('Christmas'));
  await begun;
  await saved(() => addLot('5001'));
  expect(old()).toEqual(['drug-screens']);
  letGo();
  await closure;
  expect(old()).toEqual(['closures', 'drug-screens']);
});

test('two changes whose answers are there in the same moment both make old what they changed', async () => {
  await Promise.all([saved(() => addClosure('New Year')), saved(() => addLot('5002'))]);
  expect(old()).toEqual(['closures', 'drug-screens']);
});

test('a form that makes a result of its own of the answer makes old what the answer named', async () => {
  await saved(async () => {
    await addLot('5003');
    return 'saved';
  });
  expect(old()).toEqual(['drug-screens']);
});

test('a step that was stored before the next one was refused makes old what it changed', async () => {
  const steps = saved(async () => {
    await addClosure('Inventory');
    return call(panels.addLot, { panelId, lot: '', expiresOn: '2027-06-30' });
  });
  await expect(steps).rejects.toMatchObject({ problem: { code: 'input-invalid' } });
  expect(old()).toEqual(['closures']);
});

test('a refusal that says somebody was faster makes everything old', async () => {
  await expect(saved(() => addLot('4471'))).rejects.toMatchObject({ problem: { code: 'duplicate' } });
  expect(old()).toEqual(['closures', 'drug-screens', 'coverage']);
});
