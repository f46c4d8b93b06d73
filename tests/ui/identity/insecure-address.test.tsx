import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { worldOfFile } from '#kit/world.ts';
import { forwardTo } from '#mocks/forward.ts';

let stage: Stage;

const world = worldOfFile();

beforeAll(() => {
  stage = stageOn(world.appFor('therapist'));
});
afterEach(() => {
  at('https');
  stage.network.resetHandlers();
});
afterAll(() => stage.close());

/** As a browser is at http://clinic-pc:4310: it calls the address insecure, and makes no ids. */
function at(scheme: 'http' | 'https'): void {
  Object.defineProperty(window, 'isSecureContext', { value: scheme === 'https', configurable: true });
  const makesIds = scheme === 'https' ? () => '00000000-0000-4000-8000-000000000000' : undefined;
  Object.defineProperty(crypto, 'randomUUID', { value: makesIds, configurable: true });
}

test('a form is saved at an address that is not encrypted', async () => {
  at('http');
  const { address } = stage.renderAt('/clients/new');
  const user = userEvent.setup({ delay: null });
  await user.type(await screen.findByLabelText('First name'), 'Rosa');
  await user.type(screen.getByLabelText('Last name'), 'Quist');
  await user.type(screen.getByLabelText('Birth date'), '1971-07-04');
  await user.type(screen.getByLabelText('Chart number'), 'Q-1');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Write the chart' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: 'Write the chart' }));
  await waitFor(() => expect(address()).toMatch(/^\/clients\/[0-9a-f-]{36}\/record$/));
});

test('signing in at an address that is not encrypted says what that means, and what to do', async () => {
  stage.network.use(forwardTo(world.app));
  at('http');
  stage.renderAt('/');
  expect(await screen.findByRole('note')).toHaveTextContent(
    'This address is not encrypted (http): anybody on the same network could read your password and every page that you open. Ask whoever runs Cairn here for its https address.',
  );
});

test('signing in at an encrypted address says nothing of it', async () => {
  stage.network.use(forwardTo(world.app));
  at('https');
  stage.renderAt('/');
  expect(await screen.findByRole('heading', { name: 'Sign in to Cairn' })).toBeVisible();
  expect(screen.queryByRole('note')).not.toBeInTheDocument();
});
