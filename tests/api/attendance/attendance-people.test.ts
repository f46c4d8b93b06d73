import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aMark, aRoster } from '#kit/rosters.ts';
import { aSession } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const post = (path: string, body: object, headers = {}) => world.as('tech').post(path, body, headers);
const mark = (sessionId: string, row: object) => post(`/sessions/${sessionId}/attendance`, { rows: [row] });
const find = async (sessionId: string, search: string) => (await post(`/sessions/${sessionId}/attendance/search`, { search })).json();
const rosterOf = async (sessionId: string) => (await world.as('tech').get(`/sessions/${sessionId}/attendance`)).json();
const add = (sessionId: string, clientId: string, makesUp: string | null = null) =>
  post(`/sessions/${sessionId}/attendance/people`, { clientId, makesUp, telehealth: false });
const problem = async (response: Response) => [response.status, (await response.json()).code];

/** Somebody who missed the Thursday group. */
async function whoMissed(lastName: string) {
  const { sessionId: missed, clientIds } = await aRoster(world, [lastName], { on: day('2026-11-19'), title: 'Thursday group' });
  const [clientId = ''] = clientIds;
  await mark(missed, aMark(clientId, { status: 'absent' }));
  return { missed, clientId };
}

test('somebody is found by name and by chart number, with what they can make up here', async () => {
  const { missed, clientId } = await whoMissed('Quimby');
  const here = await aSession(world);
  const found = await find(here, 'quim');
  const thursday = { sessionId: missed, on: '2026-11-19', title: 'Thursday group' };
  expect(found.clients).toMatchObject([{ clientId, name: 'Quimby, T.', booked: false, missed: [thursday] }]);
  expect((await find(here, found.clients[0].chartNumber)).clients).toHaveLength(1);
});

test('a make-up names the session it stands for, and no other session can stand for it again', async () => {
  const { missed, clientId } = await whoMissed('Abbott');
  const here = await aSession(world);
  expect((await add(here, clientId, missed)).status).toBe(200);
  await mark(here, aMark(clientId, { makesUp: missed }));
  expect((await rosterOf(here)).rows).toMatchObject([
    { status: 'present', makeUp: true, makesUp: { sessionId: missed, on: '2026-11-19', title: 'Thursday group' } },
  ]);
  const elsewhere = await aSession(world, { on: day('2026-11-21') });
  const again = await add(elsewhere, clientId, missed);
  expect([again.status, (await again.json()).fields]).toMatchObject([400, [{ field: 'makesUp' }]]);
});

test('what was marked as a make-up can be told to make up nothing', async () => {
  const { missed, clientId } = await whoMissed('Bello');
  const here = await aSession(world);
  await add(here, clientId, missed);
  await mark(here, aMark(clientId));
  expect((await rosterOf(here)).rows).toMatchObject([{ makeUp: false, makesUp: null }]);
});

test('nobody is added twice, to a cancelled session, or outside their episode', async () => {
  const here = await aSession(world);
  const { clientId } = await aClient(world);
  await add(here, clientId);
  expect(await problem(await add(here, clientId))).toEqual([409, 'duplicate']);
  const late = await aClient(world, { openedOn: day('2026-11-23') });
  expect(await problem(await add(here, late.clientId))).toEqual([409, 'episode-closed']);
  await world.db.updateTable('session').set({ cancelled_because: 'Snow closure' }).where('id', '=', here).execute();
  expect(await problem(await add(here, (await aClient(world)).clientId))).toEqual([409, 'wrong-state']);
  const response = await add(here, '0190a7a0-0000-7000-8000-000000000000');
  expect(await problem(response)).toEqual([404, 'client-unknown']);
});

test('a booking that was a mistake is taken out; a mark is not, and an older version neither', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott', 'Bello']);
  const [abbott = '', bello = ''] = clientIds;
  const remove = (clientId: string, version: number) =>
    post(`/sessions/${sessionId}/attendance/removals`, { clientId }, { 'if-match': `"${version}"` });
  expect(await problem(await post(`/sessions/${sessionId}/attendance/removals`, { clientId: abbott }))).toEqual([428, 'version-missing']);
  expect(await problem(await remove(abbott, 7))).toEqual([412, 'stale']);
  expect((await remove(abbott, 1)).status).toBe(200);
  expect(await problem(await remove(abbott, 1))).toEqual([409, 'wrong-state']);
  await mark(sessionId, aMark(bello));
  expect(await problem(await remove(bello, 2))).toEqual([409, 'wrong-state']);
  expect((await rosterOf(sessionId)).rows).toHaveLength(1);
  const kept = await world.db.selectFrom('attendance_change').select(['what', 'was']).where('client_id', '=', abbott).execute();
  expect(kept).toEqual([{ what: 'removed', was: 'booked' }]);
});

test('what was said before can’t be changed or taken away', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott']);
  await mark(sessionId, aMark(clientIds[0] ?? ''));
  await mark(sessionId, aMark(clientIds[0] ?? '', { version: 2, status: 'absent' }));
  await expect(world.db.deleteFrom('attendance_change').execute()).rejects.toThrow(/keeps every row/);
});
