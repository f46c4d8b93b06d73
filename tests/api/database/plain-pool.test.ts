import { expect, inject, test } from 'vitest';
import type pg from 'pg';
import { plainPoolAt, poolAt } from '#server/database/pool.ts';

/** How many statements one connection knows by name after it was asked something with values. */
async function namedOn(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('select $1::text as text', ['a']);
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from pg_prepared_statements');
    return rows[0]?.count ?? -1;
  } finally {
    client.release();
    await pool.end();
  }
}

test('the pool of a library leaves no name on its connections, and ours does', async () => {
  const address = { ...inject('postgres'), database: 'postgres' };
  expect([await namedOn(plainPoolAt(address, 1)), await namedOn(poolAt(address, 1))]).toEqual([0, 1]);
});
