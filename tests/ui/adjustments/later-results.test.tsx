import { configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { resultsOf } from '#kit/results-in-time.ts';
import { aPanel } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

let stage: Stage;
configure({ asyncUtilTimeout: 8_000 });
const user = userEvent.setup({ delay: null });
const world = worldOfFile();
const monday = new Date('2026-11-23T14:02:00.000Z');

beforeAll(() => {
  stage = stageOn(world.appFor('therapist'));
});
afterAll(() => stage.close());

test('what came after the signature, and what was corrected since, is said on top and recorded there', async () => {
  const { clientId } = await aClient(world, { firstName: 'Maya', lastName: 'Torres' });
  const results = resultsOf(world, await aPanel(world), clientId);
  await results.logged(['COC']);
  await results.talked();
  await results.signed();
  world.clock.now = new Date(monday.getTime() + 86_400_000);
  await results.logged(['COC']);
  const { id } = await results.latest();
  stage.renderAt(`/clients/${clientId}/adjustments/${id}`);
  const later = await screen.findByRole('region', { name: 'After somebody acted' });
  expect(later).toHaveTextContent(/Cocaine again on Tue 24 Nov, after the signature\. Speak of it by .*In private, never in group\./);
  await user.click(within(later).getByRole('button', { name: 'Record that it was spoken of' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(within(dialog).getByLabelText('When'), 'now');
  await user.click(within(dialog).getByRole('radio', { name: 'in person' }));
  await user.click(within(dialog).getByRole('button', { name: 'Record' }));
  expect(await screen.findByText(/after the signature\. Answered today/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Record that it was spoken of' })).toBeNull();
});
