import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCase } from '#kit/adjustments.ts';
import { attended } from '#kit/attendance.ts';
import { complaintsOfAFault, expectComplaint } from '#kit/browser.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aPanel, aSession, aSlot } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { faults } from '#mocks/faults.ts';
import { forwardTo } from '#mocks/forward.ts';

let stage: Stage;
let ids: Record<string, string>;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  await aPanel(world);
  const { clientId, adjustmentId } = await aCase(world);
  await attended(world, [clientId], [day('2026-11-20')]);
  const sessionId = await aSession(world);
  await aSlot(world, clientId, sessionId);
  ids = { clientId, adjustmentId, sessionId };
  stage = stageOn(world.appFor('director'));
});
afterEach(() => {
  vi.useRealTimers();
  stage.network.resetHandlers();
});
afterAll(() => stage.close());

type Page = {
  readonly page: string;
  readonly at: string;
  readonly asks: string;
  readonly shows: RegExp;
  readonly throws?: true;
  readonly stamped?: true;
  readonly who?: 'tech';
};

/** `asks` is the page's own question to the server. */
const pages: readonly Page[] = [
  { page: 'Today', at: '/today?for=team', asks: '/today', shows: /needs something from the team today/, stamped: true },
  { page: 'Clients', at: '/clients', asks: '/clients/search', shows: /^Clients$/ },
  { page: 'a client’s page', at: '/clients/:clientId', asks: '/clients/:clientId', shows: /Jordan/, throws: true },
  {
    page: 'an adjustment',
    at: '/clients/:clientId/adjustments/:adjustmentId',
    asks: '/clients/:clientId/adjustments/:adjustmentId',
    shows: /Adjust Jordan’s plan/,
    throws: true,
  },
  { page: 'Sessions', at: '/sessions', asks: '/sessions', shows: /^Sessions/, throws: true, stamped: true },
  {
    page: 'the cup log',
    at: '/sessions/:sessionId/results',
    asks: '/sessions/:sessionId/results',
    shows: /^Log results/,
    throws: true,
    stamped: true,
    who: 'tech',
  },
  { page: 'Cohort', at: '/cohort', asks: '/cohort', shows: /^Cohort$/, stamped: true },
  {
    page: 'the list behind a number',
    at: '/cohort/collected/people',
    asks: '/cohort/collected/people',
    shows: /Screens collected of scheduled/,
    stamped: true,
  },
];

const visit = (at: string) => stage.renderAt(at.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? ''));
const answerAs = (who: Page['who']) => {
  stage.network.resetHandlers();
  if (who !== undefined) stage.network.use(forwardTo(world.appFor(who)));
};

const kinds = [
  { fault: 'unavailable', message: 'Cairn can’t reach its database. Nothing was saved. Try again in a moment.' },
  { fault: 'broken', message: 'Cairn didn’t answer as it should. Try again in a moment.' },
  { fault: 'offline', message: /You’re offline/ },
] as const;

describe.each(pages)('$page', ({ at, asks, shows, throws, who }) => {
  test.each(kinds)('where the server is $fault: says so, shows no number, and comes when asked again', async ({ fault, message }) => {
    // A page that is nothing without its answer gives its place to the fault, which React writes in the console.
    if (throws) for (const about of complaintsOfAFault) expectComplaint(about);
    answerAs(who);
    stage.network.use(faults[fault](asks));
    visit(at);
    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.getByRole('main')).not.toHaveTextContent(/\d/);

    answerAs(who);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: shows })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('main')).toHaveTextContent(/\d/));
    expect(screen.queryByText(message)).not.toBeInTheDocument();
  });
});

test('a browser without a network says that what is on screen may be old, and takes it back', async () => {
  stage.renderAt('/today?for=team');
  await screen.findByRole('heading', { level: 1, name: /needs something/ });
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event('offline')));
  expect(screen.getByText('You’re offline. What is on screen may be out of date.')).toBeVisible();
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event('online')));
  expect(screen.queryByText(/You’re offline/)).not.toBeInTheDocument();
});

test.each(pages.filter(({ stamped }) => stamped))(
  '$page keeps what it showed where it can’t be had anew, says from when it is, and asks again when told to',
  async ({ at, asks, shows, who }) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    answerAs(who);
    visit(at);
    expect(await screen.findByRole('heading', { level: 1, name: shows })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('main')).toHaveTextContent(/As of 8:02 am/));
    stage.network.use(faults.unavailable(asks));
    vi.setSystemTime(Date.now() + 60_000);
    act(() => void window.dispatchEvent(new Event('visibilitychange')));
    const retry = await screen.findByRole('button', { name: 'Retry' });
    const stamp = retry.parentElement;
    expect(stamp).toHaveTextContent(/^Showing data from 8:02 am\. Live updates stopped\./);
    expect(stamp).not.toHaveTextContent('live');
    expect(screen.getByRole('main')).toHaveTextContent(/\d/);

    answerAs(who);
    await user.click(retry);
    await waitFor(() => expect(screen.getByRole('main')).not.toHaveTextContent(/Live updates stopped/));
  },
);
