import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#kit/database.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** What undo deletes from, as its function says. */
const takenBack = [
  'adjustment',
  'attendance',
  'client',
  'episode',
  'group_enrollment',
  'level_span',
  'medication',
  'prescribed_hours',
  'reinterpretation',
].concat(['safety_concern', 'screen', 'screen_slot', 'session']);

test('each row that an import may take back is looked for by an index wherever it is referred to', async () => {
  const { rows } = await sql<{ from: string; columns: string; to: string; indexed: boolean }>`
    select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
      (select string_agg(a.attname, ', ' order by k.place) from unnest(c.conkey) with ordinality k (column_number, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.column_number) as columns,
      exists (select from pg_index i where i.indrelid = c.conrelid and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = (select format('(%I IS NOT NULL)', a.attname)
          from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]))) as indexed
    from pg_constraint c where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
      and c.confrelid::regclass::text in (${sql.join(takenBack)}) order by 2, 1, 3`.execute(fresh.db);
  expect(new Set(rows.map(({ to }) => to)).size).toBeGreaterThan(6);
  expect(rows.filter(({ indexed }) => !indexed).map(({ from, columns, to }) => `${from} (${columns}) -> ${to}`)).toEqual([]);
});
