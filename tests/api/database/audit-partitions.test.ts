import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { moment } from '#kit/sessions.ts';
import { inside, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const partitionsAhead = async (from: string, months: number) =>
  (await sql<{ made: number }>`select create_audit_partitions(${from}, ${months}) as made`.execute(world.db)).rows[0]?.made;

const write = (at: string, action: string) =>
  inside(world, (db) =>
    db
      .insertInto('audit_event')
      .values({
        organization_id: world.organizationId,
        action,
        kind: 'system',
        request_id: '-',
        at: moment(at),
        client_ids: [world.staff.tech.staffId],
      })
      .execute(),
  );

const lieIn = async (action: string) =>
  (
    await sql<{
      partition: string;
    }>`select tableoid::regclass::text as partition from audit_event where action = ${action} order by at`.execute(world.db)
  ).rows.map(({ partition }) => partition);

test('months are made ahead once, and an event lies in the month of its moment in UTC', async () => {
  expect(await partitionsAhead('2031-11-15', 3)).toBe(3);
  expect(await partitionsAhead('2031-11-15', 4)).toBe(1);
  expect(await partitionsAhead('2031-11-30', 4)).toBe(0);
  await write('2031-11-30T23:59:59.999Z', 'turn of the year');
  await write('2031-12-31T23:59:59.999Z', 'turn of the year');
  await write('2032-01-01T00:00:00.000Z', 'turn of the year');
  expect(await lieIn('turn of the year')).toEqual(['audit_event_2031_11', 'audit_event_2031_12', 'audit_event_2032_01']);
});

test('an event of a month that nobody made is kept all the same, and its month stays in the default partition', async () => {
  await write('2035-05-05T05:05:05.000Z', 'far ahead');
  expect(await lieIn('far ahead')).toEqual(['audit_event_default']);
  expect(await partitionsAhead('2035-05-01', 2)).toBe(1);
  await write('2035-05-06T05:05:05.000Z', 'far ahead');
  await write('2035-06-06T05:05:05.000Z', 'far ahead');
  expect(await lieIn('far ahead')).toEqual(['audit_event_default', 'audit_event_default', 'audit_event_2035_06']);
});

test('a partition is as closed as its table: nobody changes it, no request reads it by its name, and it has every index', async () => {
  await partitionsAhead('2033-03-01', 1);
  await write('2033-03-03T03:03:03.000Z', 'kept');
  for (const table of ['audit_event', 'audit_event_default', 'audit_event_2033_03']) {
    const name = sql.table(table);
    await expect(sql`update ${name} set action = 'nothing'`.execute(world.db)).rejects.toThrow(/keeps every row/);
    await expect(sql`delete from ${name}`.execute(world.db)).rejects.toThrow(/keeps every row/);
    await expect(sql`truncate ${name}`.execute(world.db)).rejects.toThrow(/keeps every row/);
  }
  await expect(inside(world, (db) => sql`select from audit_event_2033_03`.execute(db))).rejects.toThrow(/permission denied/);
  const { rows } = await sql<{ indexes: number }>`select count(*) as indexes from pg_index
    where indrelid in ('audit_event'::regclass, 'audit_event_2033_03'::regclass) group by indrelid`.execute(world.db);
  expect(rows).toEqual([{ indexes: 3 }, { indexes: 3 }]);
});
