import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Which nouns changed since a page last asked. Names no client. */
export const since: Procedure<Contract['changes']['since']> = async ({ since }, { db }) => {
  const rows = await db
    .selectFrom('change_mark')
    .select((eb) => ['noun', eb.fn.max('seq').as('seq')])
    .where('seq', '>', Number(since ?? 0))
    .groupBy('noun')
    .execute();
  return { seq: Math.max(Number(since ?? 0), ...rows.map((row) => Number(row.seq))), nouns: rows.map((row) => row.noun) };
};
