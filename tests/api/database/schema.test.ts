import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase } from '#kit/database.ts';
import { schemaOf } from '#kit/schema.ts';
import { migrations } from '#server/database/migrations/index.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';
import { recorded } from '#server/database/recorded-migrations.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let upgraded: Database;
const name = `test_${randomUUID().replaceAll('-', '')}`;
const admin = poolAt({ ...inject('postgres'), database: 'postgres' }, 1);

beforeAll(async () => {
  fresh = await freshDatabase();
  await admin.query(`create database ${name}`);
  upgraded = databaseOn(poolAt({ ...inject('postgres'), database: name }, 1));
  // Each migration in a transaction of its own, as in a clinic that took every version.
  for (const one of Object.keys(migrations).toSorted()) {
    const { error } = await new Migrator({
      db: upgraded,
      provider: { getMigrations: () => Promise.resolve(recorded(migrations)) },
    }).migrateTo(one);
    if (error !== undefined) throw new Error(`${one} failed`, { cause: error });
  }
});
afterAll(async () => {
  await upgraded.destroy();
  await fresh.drop();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
});

test('a database made at once and one upgraded version by version are the same', async () => {
  expect(await schemaOf(upgraded)).toBe(await schemaOf(fresh.db));
});

test('the schema is the one that is written down beside this test', async () => {
  await expect(await schemaOf(fresh.db)).toMatchFileSnapshot('schema.snapshot.txt');
});

test('no two indexes do the same work', async () => {
  const { rows } = await sql<{
    found: string;
  }>`select indrelid::regclass || ': ' || string_agg(indexrelid::regclass::text, ' = ') as found from pg_index
    where indrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace and not relispartition)
    group by indrelid, indkey::text, indclass::text, indoption::text, indcollation::text, coalesce(pg_get_expr(indexprs, indrelid), ''),
      coalesce(pg_get_expr(indpred, indrelid), '') having count(*) > 1`.execute(fresh.db);
  expect(rows).toEqual([]);
});

test('no rule in SQL reads another clock than the request’s moment', async () => {
  const clocks = String.raw`\m(now\(|current_date|current_timestamp|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp|'(now|today|tomorrow|yesterday)')`;
  const { rows } = await sql<{ found: string }>`
    select p.oid::regprocedure::text as found from pg_proc p where p.pronamespace = current_schema()::regnamespace and pg_get_functiondef(p.oid) ~* ${clocks}
    union all select conname from pg_constraint where connamespace = current_schema()::regnamespace and contype = 'c' and pg_get_constraintdef(oid) ~* ${clocks}
    union all select polname from pg_policy where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~* ${clocks}`.execute(
    fresh.db,
  );
  expect(rows).toEqual([]);
});
