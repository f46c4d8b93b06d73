import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { aMark, aRoster, booked } from '#kit/rosters.ts';
import { aSession } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';
import { faults } from '#mocks/faults.ts';

const patience = { timeout: 20_000 };
const user = userEvent.setup({ delay: null });
const names = ['Abbott', 'Bello', 'Chen', 'Diaz', 'Ek', 'Fox', 'Greer', 'Haddad', 'Ito', 'Jones', 'Kaur', 'Lund'];

let stage: Stage;
let sessionId: string;
let clientIds: readonly string[];
let on = 22;

const world = worldOfFile(new Date('2026-11-23T03:30:00.000Z'));

beforeAll(async () => {
  stage = stageOn(world.appFor('therapist'));
});
beforeEach(async () => {
  ({ sessionId, clientIds } = await aRoster(world, names, { on: day(`2026-11-${on}`) }));
  on -= 1;
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

const stored = async (id = sessionId) =>
  world.db
    .selectFrom('attendance')
    .select(['status', 'minutes', 'client_id', 'note'])
    .where('session_id', '=', id)
    .orderBy('client_id')
    .execute();
const statuses = async () => {
  const rows = await stored();
  return clientIds.map((id) => rows.find((row) => row.client_id === id)?.status);
};
const rowOf = (name: RegExp) => screen.getByRole('row', { name });
const tally = () => screen.getByText(/ booked$/).parentElement;

async function openRoster() {
  const shown = stage.renderAt(`/sessions/${sessionId}/attendance`);
  const grid = await screen.findByRole('grid', { name: 'Who is here' }, patience);
  await waitFor(() => expect(grid).toContainElement(document.activeElement as HTMLElement));
  return { ...shown, grid };
}
const save = () => user.keyboard('{Control>}{Enter}{/Control}{Enter}');

test('twelve people are marked and saved in fifteen keys', async () => {
  await openRoster();
  await user.keyboard('ppppppaxpppp');
  expect(tally()).toHaveTextContent('12 booked · 10 here · 1 missed · 1 excused · 0 not marked');
  await save();
  expect(await screen.findAllByText('12 marks are saved.', {}, patience)).not.toHaveLength(0);
  expect(await statuses()).toEqual([...Array<string>(6).fill('present'), 'absent', 'excused', ...Array<string>(4).fill('present')]);
});

test('late takes minutes or a time, left early takes minutes, and each counts what it counts', async () => {
  await openRoster();
  await user.keyboard('l20{Enter}f15{Enter}l6:40{Enter}45{Enter}l{Enter}');
  expect(rowOf(/Abbott/)).toHaveTextContent('late 20 min6:209:00160 of 180 min');
  expect(rowOf(/Bello/)).toHaveTextContent('left 15 min early6:008:45165 of 180 min');
  expect(rowOf(/Chen/)).toHaveTextContent('late 40 min6:409:00140 of 180 min');
  expect(rowOf(/Diaz/)).toHaveTextContent('left early, here 45 min45 of 180 min');
  expect(rowOf(/Ek/)).toHaveTextContent('late, time not known9:00not known');
  expect(screen.getByText(/1 late or left early without a time/)).toBeInTheDocument();
  await save();
  await waitFor(async () => expect((await statuses()).slice(0, 5)).toEqual(['late', 'left-early', 'late', 'left-early', 'late']));
});

test('minutes longer than the session are refused where they are typed', async () => {
  await openRoster();
  await user.keyboard('181{Enter}');
  expect(rowOf(/Abbott/)).toHaveTextContent('The session counts 180 minutes, and this is more.');
  await user.keyboard('{Escape}l200{Enter}');
  expect(rowOf(/Abbott/)).toHaveTextContent('In is after the session’s end.');
  expect(await statuses()).toEqual(Array<string>(12).fill('booked'));
});

test('who isn’t marked stays so: not known, never missed', async () => {
  await openRoster();
  await user.keyboard('p{ArrowDown}p');
  expect(screen.getByText(/10 people are not marked, and stay so/)).toBeInTheDocument();
  await save();
  await waitFor(async () => expect((await statuses()).filter((status) => status === 'present')).toHaveLength(2));
  expect((await statuses()).filter((status) => status === 'booked')).toHaveLength(10);
});

test('video is turned on and off, a key is taken back, and letters act in the list alone', async () => {
  await openRoster();
  await user.keyboard('pt');
  expect(rowOf(/Bello/)).toHaveTextContent('video');
  await user.keyboard('p{Control>}z{/Control}');
  expect(rowOf(/Bello/)).toHaveTextContent('not markedvideo');
  await user.tab();
  await user.keyboard('a');
  expect(tally()).toHaveTextContent('12 booked · 1 here · 11 not marked');
});

test('A8 the roster is one stop of the Tab key, and each mark is said politely', async () => {
  const { grid } = await openRoster();
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await user.keyboard('p');
  expect(screen.getByRole('status')).toHaveTextContent('Abbott, present. 1 of 12 marked.');
  expect(document.activeElement).toHaveAccessibleName('Bello, T. 12 Feb 1992 not marked');
});

test('the details hold In, Out, a note and what was said before it was corrected', async () => {
  await world.as('tech').post(`/sessions/${sessionId}/attendance`, { rows: [aMark(clientIds[0] ?? '', { status: 'absent' })] });
  await openRoster();
  await user.click(rowOf(/Abbott/));
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Abbott, T.' }, patience);
  await user.click(within(dialog).getByRole('radio', { name: 'Here' }));
  await user.clear(within(dialog).getByLabelText('In'));
  await user.type(within(dialog).getByLabelText('In'), '18:30');
  await user.type(within(dialog).getByLabelText('Note'), 'bus');
  await user.click(within(dialog).getByRole('button', { name: 'Done' }));
  expect(rowOf(/Abbott/)).toHaveTextContent('late 30 min6:309:00150 of 180 minin person, bus');
  await user.click(screen.getByRole('button', { name: /Save 1 mark/ }));
  await waitFor(async () => expect((await statuses())[0]).toBe('late'), patience);
  await user.click(rowOf(/Abbott/));
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/^missed, recorded by tech of North/)).toBeInTheDocument();
});

test('a second missed session in a row offers to log an outreach', async () => {
  const next = await aSession(world, { on: day('2026-11-22'), title: 'Sunday group' });
  const first = await aRoster(world, ['Quimby'], { on: day('2026-11-20') });
  const [quimby = ''] = first.clientIds;
  await world.as('tech').post(`/sessions/${first.sessionId}/attendance`, { rows: [aMark(quimby, { status: 'absent' })] });
  await booked(world, next, quimby);
  sessionId = next;
  await openRoster();
  await user.keyboard('a');
  expect(rowOf(/Quimby/)).toHaveTextContent('Second missed in a row, after Fri 20 Nov.');
  await user.click(screen.getByRole('button', { name: 'Log an outreach to Quimby, T.' }));
  expect(await screen.findByRole('dialog', {}, patience)).toHaveTextContent('How did you try?');
});

test('two who mark one person: both marks stand beside each other until somebody chooses', async () => {
  await openRoster();
  await user.keyboard('pp');
  await world.as('tech').post(`/sessions/${sessionId}/attendance`, { rows: [aMark(clientIds[0] ?? '', { status: 'absent' })] });
  await save();
  expect(await screen.findByText(/tech of North says: missed/, {}, patience)).toBeInTheDocument();
  expect((await statuses()).slice(0, 2)).toEqual(['absent', 'present']);
  await user.click(screen.getByRole('button', { name: 'Use mine' }));
  await user.click(screen.getByRole('button', { name: /Save 1 mark/ }));
  await waitFor(async () => expect((await statuses())[0]).toBe('present'), patience);
});

test('somebody who wasn’t booked is found and added, and a booking that was a mistake is taken out', async () => {
  const { clientIds: others } = await aRoster(world, ['Vargas'], { on: day('2026-11-01') });
  await openRoster();
  await user.keyboard('+');
  await user.type(await screen.findByLabelText('Name or chart number', {}, patience), 'Varg{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Add: Vargas, T.' }, patience));
  expect(await screen.findByRole('row', { name: /Vargas/ }, patience)).toBeInTheDocument();
  expect((await stored()).map((row) => row.client_id)).toContain(others[0]);
  await user.click(rowOf(/Vargas/));
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Take out of the roster' }, patience));
  await waitFor(() => expect(screen.queryByRole('row', { name: /Vargas/ })).not.toBeInTheDocument());
});

test('offline, marks stay on screen and leaving asks first; back online they are sent once', async () => {
  await openRoster();
  await user.keyboard('pp');
  stage.network.use(faults.offline('/sessions/:sessionId/attendance'));
  await save();
  expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent('2 marks are not sent yet, and kept on this screen.');
  await user.click(screen.getByRole('link', { name: /^Sessions, / }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' }, patience);
  await user.click(within(dialog).getAllByRole('button', { name: 'Stay here' }).at(-1) ?? dialog);
  stage.network.resetHandlers();
  window.dispatchEvent(new Event('online'));
  expect(await screen.findAllByText('2 marks are saved.', {}, patience)).not.toHaveLength(0);
});

test('one key leads to the results of the same session', async () => {
  const { address } = await openRoster();
  await user.keyboard('r');
  await waitFor(() => expect(address()).toBe(`/sessions/${sessionId}/results`));
});

test('a cancelled session says why, and nobody can be marked in it', async () => {
  await world.db.updateTable('session').set({ cancelled_because: 'Snow closure' }).where('id', '=', sessionId).execute();
  await openRoster();
  expect(screen.getByText('This session was cancelled by the program: Snow closure. Nobody can be marked in it.')).toBeInTheDocument();
  await user.keyboard('p');
  expect(tally()).toHaveTextContent('12 booked · 0 here · 12 not marked');
  expect(screen.queryByRole('button', { name: /^Save/ })).not.toBeInTheDocument();
});
