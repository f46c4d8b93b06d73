import { expect, test } from 'vitest';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import { staleClients } from '#server/projections/stale-clients.rows.ts';

const world = worldOfFile();

const closeFor = (label: string) =>
  world.db
    .insertInto('closure')
    .values({
      organization_id: world.organizationId,
      from_on: day('2026-11-26'),
      to_on: day('2026-11-26'),
      program_id: world.programId,
      kind: 'holiday',
      label,
    })
    .execute();

test('what a second closure makes old while the first is being worked out is worked out too, though nobody asks again', async () => {
  for (const lastName of ['Abbott', 'Bello']) await aClient(world, { lastName });
  const clock = () => world.clock.now;
  await recomputeStale({ db: world.db, clock }, world.organizationId);
  await closeFor('Thanksgiving');
  const kept = new Set<unknown>();
  let closedAgain = false;
  const db = world.db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      if (JSON.stringify(node).includes('"client_projection"') && node.kind !== 'SelectQueryNode') kept.add(queryId);
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      if (kept.has(queryId) && !closedAgain) {
        closedAgain = true;
        await closeFor('Heating out');
        void recomputeStale({ db: world.db, clock }, world.organizationId);
      }
      return result;
    },
  });
  await recomputeStale({ db, clock }, world.organizationId);
  expect(closedAgain).toBe(true);
  const now = instantOf(clock());
  expect(await inside(world, (own) => staleClients(own, { now, until: now }, 10))).toEqual([]);
});
