import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addHours, day, instantOf } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, aMeeting } from '#kit/groups.ts';
import { booked } from '#kit/rosters.ts';
import { ruledAt, storedAt } from '#kit/stored-and-ruled.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { recompute } from '#server/projections/recompute.ts';

const world = worldOfFile();

const waiting = async (): Promise<boolean> => {
  const { rows } = await sql`select from pg_locks where not granted`.execute(world.db);
  return rows.length > 0;
};

test('a client who is being booked into a session while it is cancelled is told neither that it is held nor to be seen before it ends', async () => {
  const groupId = await aGroup(world);
  await aMeeting(world, groupId, { weekday: 2 });
  const now = instantOf(world.clock.now);
  await runJobs(world.db, now, { error: () => undefined });
  const { id: sessionId, version } = await world.db
    .selectFrom('session')
    .select(['id', 'version'])
    .where('group_id', '=', groupId)
    .orderBy('session_on')
    .executeTakeFirstOrThrow();
  const { clientId } = await aClient(world, { lastName: 'Abbott' });
  await world.as('therapist').post(`/clients/${clientId}/safety-concerns`, {
    kind: 'concern',
    source: 'family',
    summary: 'Her mother called.',
    notified: { who: 'The clinician on call', at: '2026-11-23T14:00:00Z' },
  });

  let cancelled = false;
  const cancelling = await inside(world, async (db) => {
    await booked({ ...world, db }, sessionId, clientId, day('2026-11-24'));
    await recompute(db, [clientId], now);
    const answer = world
      .as('director')
      .post(`/sessions/${sessionId}/cancellation`, { because: 'Heating out' }, { 'if-match': `"${version}"` })
      .finally(() => (cancelled = true));
    await expect.poll(async () => cancelled || (await waiting())).toBe(true);
    return { answer };
  });

  expect((await cancelling.answer).status).toBe(200);
  const duringIt = addHours(now, 34);
  const ruled = await ruledAt(world, duringIt);
  expect(ruled[clientId]?.join()).toContain('safety');
  expect((await storedAt(world, duringIt))[clientId]).toEqual(ruled[clientId]);
});
