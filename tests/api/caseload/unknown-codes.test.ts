import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { attemptsOf, concernsOf } from '#server/care-plan/care-records.rows.ts';
import type { Database } from '#server/database/pool.ts';
import { snoozesOf } from '#server/caseload/snoozes.rows.ts';

const world = worldOfFile();

type Read = (db: Database, ids: readonly string[]) => Promise<unknown>;

test.each<[column: string, insert: (clientId: string) => ReturnType<typeof sql>, read: Read]>([
  [
    'snooze.need',
    (clientId) => sql`insert into snooze (organization_id, client_id, need, reason, from_at, until_on, by)
      values (${world.organizationId}, ${clientId}, 'of-old', 'Later', ${world.clock.now}, '2026-11-25', ${world.staff.therapist.staffId})`,
    snoozesOf,
  ],
  [
    'contact.method',
    (clientId) => sql`insert into contact (organization_id, client_id, at, method, two_way, by)
      values (${world.organizationId}, ${clientId}, ${world.clock.now}, 'of-old', true, ${world.staff.therapist.staffId})`,
    attemptsOf,
  ],
  [
    'safety_concern.trigger',
    (clientId) => sql`insert into safety_concern (organization_id, client_id, opened_at, trigger)
      values (${world.organizationId}, ${clientId}, ${world.clock.now}, 'of-old')`,
    concernsOf,
  ],
])('a code in %s that no rule knows is never read as another one', async (column, insert, read) => {
  const { clientId } = await aClient(world);
  await insert(clientId).execute(world.db);
  await expect(inside(world, (db) => read(db, [clientId]))).rejects.toThrow(`${column} holds a code that no rule knows`);
});
