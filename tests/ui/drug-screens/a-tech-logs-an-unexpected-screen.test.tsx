import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { signLog } from '#kit/sign-log.ts';
import { aPanel, aSession, aSlot, takes } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { forwardTo } from '#mocks/forward.ts';

const patience = { timeout: 20_000 };
const evening = day('2026-11-22');

let stage: Stage;
let sessionId: string;

const world = worldOfFile(new Date('2026-11-23T03:00:00.000Z'));

beforeAll(async () => {
  await aPanel(world);
  const jordan = await aClient(world, { firstName: 'Jordan', lastName: 'Marsh' });
  const theo = await aClient(world, { firstName: 'Theo', lastName: 'Abel' });
  sessionId = await aSession(world, { on: evening });
  for (const { clientId } of [jordan, theo]) await aSlot(world, clientId, sessionId, evening);
  await attended(world, [jordan.clientId, theo.clientId], [day('2026-11-18'), day('2026-11-20')]);
  await takes(world, jordan.clientId, 'buprenorphine', day('2026-07-24'));
  stage = stageOn(world.appFor('tech'));
});
afterAll(() => stage.close());

test('a tech logs an unexpected screen: the tech is told nothing of it, and the therapist who, why, by when and what was found', async () => {
  const user = userEvent.setup({ delay: null });

  const log = stage.renderAt(`/sessions/${sessionId}/results`);
  const grid = await screen.findByRole('grid', { name: 'Cups of this session' });
  await user.click(within(grid).getByText('Marsh, J.'));
  await user.keyboard('3 6{Enter}');
  await user.click(within(grid).getByText('Abel, T.'));
  await user.keyboard('n');
  await signLog(user, 2);
  expect(await screen.findAllByText('2 rows are saved. Their therapists will see the results on Today.', {}, patience)).not.toHaveLength(0);
  expect(within(grid).getByRole('row', { name: /Marsh, J\./ })).toHaveTextContent('no line: BUP, FEN');
  expect(document.body).not.toHaveTextContent(/unexpected|expected|consistent|presumptive|prescribed|buprenorphine|fentanyl|adjust/i);
  log.unmount();

  stage.network.use(forwardTo(world.appFor('therapist')));
  stage.renderAt('/today');
  const [first] = within(await screen.findByRole('list', { name: 'Clients who need something, in order' })).getAllByRole('listitem');
  expect(first).toHaveAccessibleName('Jordan M.');
  expect(first).toHaveTextContent('Unexpected opioid on a screen, today 9 pm (screen of Sun 22 Nov). Who did you tell, and when?');
  expect(first).toHaveTextContent('On-call check today');
  expect(first).toHaveTextContent('in 2 h 59 m');

  await user.click(within(first ?? document.body).getByRole('link', { name: 'Jordan M.' }));
  expect(await screen.findByRole('region', { name: 'Talk by Mon 5 pm' })).toHaveTextContent(
    'Unexpected screen on Sun 22 Nov (fentanyl, presumptive). No conversation recorded.',
  );
  expect(document.body).toHaveTextContent('It doesn’t change Jordan’s place in the program.');
  const twin = await screen.findByRole('table', { name: 'Screens by day', hidden: true }, patience);
  const cells = within(twin).getAllByRole('cell', { hidden: true });
  const heads = within(twin).getAllByRole('columnheader', { hidden: true });
  expect(heads.map(({ textContent }) => textContent)).toEqual(['Date', 'Collection', 'Buprenorphine', 'Fentanyl']);
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    'collected',
    'detected, presumptive, consistent with medication',
    'detected, presumptive, response due',
  ]);
});
