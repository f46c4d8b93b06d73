import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addHours, day, instantOf } from '#domain/calendar/calendar.ts';
import { mergeCharts } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

const world = worldOfEachTest();

const snooze = { need: 'hours', reason: 'New shifts.', until: '2026-11-25' };

/** A write by the client's therapist, which can be sent again. */
async function aWrite() {
  const { clientId, episodeId } = await aClient(world);
  const key = randomUUID();
  const send = () => world.as('therapist').post(`/clients/${clientId}/snoozes`, snooze, { 'idempotency-key': key });
  return { clientId, episodeId, send };
}
const stored = async () => (await world.db.selectFrom('idempotency_record').select('key').execute()).length;
const prune = () => runJobs(world.db, instantOf(world.clock.now), { error: (fault: unknown) => expect(fault).toBeUndefined() });
const laterBy = (hours: number) => {
  world.clock.now = new Date(addHours(instantOf(world.clock.now), hours));
};

test('whoever may no longer open the client is refused when they send a form again, and learns nothing from the record', async () => {
  const { episodeId, send } = await aWrite();
  const first = await send();
  expect([first.status, (await send()).status]).toEqual([200, 200]);
  await world.db.deleteFrom('staff_program').where('staff_id', '=', world.staff.therapist.staffId).execute();
  await world.db.updateTable('episode').set({ therapist_id: world.staff.director.staffId }).where('id', '=', episodeId).execute();
  const again = await send();
  expect([again.status, await again.json()]).toMatchObject([404, { code: 'client-unknown' }]);
});

test('a chart that was merged meanwhile is asked about where it stands now', async () => {
  const { clientId, episodeId, send } = await aWrite();
  await send();
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-11-22'), closed_because: 'completed' })
    .where('id', '=', episodeId)
    .execute();
  const { clientId: surviving } = await aClient(world);
  expect((await mergeCharts(world, surviving, clientId)).status).toBe(200);
  expect((await send()).status).toBe(200);
});

test('answers are kept for seven days', async () => {
  await (await aWrite()).send();
  laterBy(24 * 7 - 1);
  await prune();
  expect(await stored()).toBe(1);
  laterBy(2);
  await prune();
  expect(await stored()).toBe(0);
});
