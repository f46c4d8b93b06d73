import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCase } from '#kit/adjustments.ts';
import { complaintsOfAFault, expectComplaint } from '#kit/browser.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { forwardTo } from '#mocks/forward.ts';

let stage: Stage;
let ids: Record<string, string>;

const world = worldOfFile();

beforeAll(async () => {
  await aPanel(world);
  const { clientId, adjustmentId } = await aCase(world);
  const sessionId = await aSession(world);
  await aSlot(world, clientId, sessionId);
  ids = { clientId, adjustmentId, sessionId };
  stage = stageOn(world.appFor('tech'));
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

test.each([
  ['tech', '/today', false],
  ['tech', '/clients/:clientId', true],
  ['tech', '/clients/:clientId/adjustments/:adjustmentId', true],
  ['tech', '/cohort', false],
  ['tech', '/cohort/collected/people', false],
  ['administrator', '/today', false],
  ['administrator', '/clients', false],
  ['administrator', '/clients/:clientId', true],
  ['administrator', '/sessions/:sessionId/results', true],
  ['administrator', '/cohort', false],
] as const)('%s: the address %s, typed in, says that it is not theirs, and nothing of anybody', async (who, at, throws) => {
  if (throws) for (const about of complaintsOfAFault) expectComplaint(about);
  stage.network.use(forwardTo(world.appFor(who)));
  stage.renderAt(at.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? ''));
  expect(await screen.findByText('Your role doesn’t include this.')).toBeVisible();
  expect(screen.getByRole('main')).not.toHaveTextContent(/Jordan|Marsh|cocaine|\d/i);
});

test.each([
  ['therapist', ['Today', 'Clients', 'Sessions', 'Lab', 'Cohort']],
  ['tech', ['Sessions', 'Lab', 'Clients']],
  ['director', ['Today', 'Clients', 'Sessions', 'Lab', 'Cohort', 'Imports']],
  ['administrator', ['Sessions', 'Imports']],
] as const)('%s: the day starts at home, and the places offered are those of the role', async (who, items) => {
  stage.network.use(forwardTo(world.appFor(who)));
  stage.renderAt('/');
  await screen.findByRole('heading', { level: 1 });
  const [rail] = screen.getAllByRole('navigation', { name: 'Places' });
  expect([...(rail?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent)).toEqual(items);
});
