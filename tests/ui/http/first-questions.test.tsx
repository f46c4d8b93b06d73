import { cleanup, screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newCache } from '#api/cache.ts';
import { aCheckedFile } from '#kit/brought-files.ts';
import { aCase } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup } from '#kit/groups.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { forwardTo } from '#mocks/forward.ts';
import { routerWith } from '#routes/router.tsx';

const world = worldOfFile();
let stage: Stage;
let ids: Record<string, string>;

beforeAll(async () => {
  await aPanel(world);
  const { clientId, adjustmentId } = await aCase(world);
  const sessionId = await aSession(world);
  await aSlot(world, clientId, sessionId);
  const { id: importId } = await aCheckedFile(world, 'clients', 'chart_number,first_name,last_name,opened_on\nQ1,Ana,Lee,2026-10-05');
  ids = { clientId, adjustmentId, sessionId, importId, groupId: await aGroup(world), other: (await aClient(world)).clientId };
  stage = stageOn(world.appFor('director'));
});
afterEach(() => {
  cleanup();
  stage.network.resetHandlers();
});
afterAll(() => stage.close());

const pages = [
  ['/today', 'director'],
  ['/clients', 'director'],
  ['/clients/new', 'director'],
  ['/clients/problems', 'director'],
  ['/clients/:clientId/merge?other=:other', 'director'],
  ['/clients/:clientId', 'director'],
  ['/clients/:clientId/record', 'director'],
  ['/clients/:clientId/adjustments/:adjustmentId', 'director'],
  ['/sessions', 'director'],
  ['/sessions?date=2026-11-18&view=week', 'director'],
  ['/sessions/groups', 'director'],
  ['/sessions/groups/:groupId', 'director'],
  ['/sessions/closures', 'director'],
  ['/sessions/:sessionId/results', 'tech'],
  ['/sessions/:sessionId/attendance', 'therapist'],
  ['/cohort', 'director'],
  ['/cohort/collected/people?counted=met', 'director'],
  ['/imports', 'director'],
  ['/imports/:importId', 'director'],
  ['/coverage', 'director'],
  ['/expectations', 'director'],
  ['/lab', 'tech'],
] as const;

/** Pages that ask nothing before somebody did something on them. */
const silent = ['/', '/welcome', '/set-up', '/imports/new'];

test.each(pages)('%s asks its question while the page is on its way, and no question twice', async (at, who) => {
  const requested: string[] = [];
  stage.network.use(
    http.all('*/api/*', async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      requested.push(`${request.method} ${pathname}${search} ${request.method === 'GET' ? '' : await request.clone().text()}`);
    }),
    forwardTo(world.appFor(who)),
  );
  stage.renderAt(at.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? ''));
  await screen.findByRole('heading', { level: 1 });
  const questions = () => requested.filter((one) => !/ \/api\/(me|changes)\b/.test(one));
  await waitFor(() => {
    expect(questions()).not.toEqual([]);
    expect(document.querySelector('[aria-busy="true"]')).toBeNull();
  });
  expect(questions().filter((one, index, all) => all.indexOf(one) !== index)).toEqual([]);
});

test('every page that shows records asks its question from its route', () => {
  const { routesByPath } = routerWith(newCache(() => undefined));
  const without = Object.entries(routesByPath).flatMap(([path, { options }]) => (options.loader === undefined ? [path] : []));
  expect(without.toSorted()).toEqual(silent.toSorted());
  const shown = pages.map(([at]) => at.replace(/\?.*/, '').replaceAll(/:(\w+)/g, '$$$1'));
  const known = shown.map((at) => at.replace('cohort/collected', 'cohort/$measure'));
  expect(Object.keys(routesByPath).filter((path) => !known.includes(path) && !silent.includes(path))).toEqual([]);
});
