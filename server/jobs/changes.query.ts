import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

export const changes: ProceduresOf<Contract['changes']> = {
  since: async ({ since }, { db }) => {
    const rows = await db
      .selectFrom('change_mark')
      .select((eb) => ['noun', eb.fn.max('seq').as('seq')])
      .where('seq', '>', Number(since ?? 0))
      .groupBy('noun')
      .execute();
    return { seq: Math.max(Number(since ?? 0), ...rows.map((row) => Number(row.seq))), nouns: rows.map((row) => row.noun) };
  },
};
