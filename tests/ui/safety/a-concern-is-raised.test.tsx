import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aJourney } from '#kit/journeys.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { inside, worldOfFile } from '#kit/world.ts';

const hour = 3_600_000;

let stage: Stage;
let clientId: string;

const world = worldOfFile(new Date('2026-11-23T14:02:00.000Z'));

beforeAll(async () => {
  ({ clientId } = await aJourney(world));
  stage = stageOn(world.appFor('therapist'));
});
afterAll(async () => {
  vi.useRealTimers();
  stage.close();
});

test('on a device an hour ahead who was notified is recorded by the server’s clock, and the client’s page asks again for what is due', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: world.clock.now.getTime() + hour });
  const user = userEvent.setup({ delay: null });
  const paths: string[] = [];
  stage.network.events.on('request:start', ({ request }) => paths.push(new URL(request.url).pathname));
  stage.renderAt(`/clients/${clientId}`);
  expect(await screen.findByRole('button', { name: 'Raise a safety concern' })).toBeEnabled();
  expect(screen.queryByRole('region', { name: 'Safety check' })).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Raise a safety concern' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByLabelText('When')).toHaveValue('2026-11-23T08:02');
  await user.click(dialog.getByRole('radio', { name: 'a worry about harm' }));
  await user.click(dialog.getByRole('radio', { name: 'staff' }));
  await user.type(dialog.getByLabelText('What was seen or said'), 'Seemed very low after group.');
  await user.type(dialog.getByLabelText('Who did you tell, and what will they do?'), 'Dr. Osei, sees them at noon');
  const before = paths.length;
  await user.click(dialog.getByRole('button', { name: 'Start the clock' }));

  expect(await screen.findByRole('button', { name: 'Record the check' })).toBeEnabled();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(paths.slice(before)).toContain(`/api/clients/${clientId}`);
  expect(paths.slice(before)).not.toContain('/api/me');
  const { notified_at: notifiedAt } = await inside(world, (db) =>
    db.selectFrom('safety_concern').select('notified_at').where('client_id', '=', clientId).executeTakeFirstOrThrow(),
  );
  expect(new Date(String(notifiedAt)).toISOString()).toBe('2026-11-23T14:02:00.000Z');
});
