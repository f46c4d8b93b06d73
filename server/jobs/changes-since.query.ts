import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { nounsToAskAgain } from '#server/http/changed-nouns.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

type Feed = {
  /** Whether the mark to go on from is still kept. */
  readonly known: boolean;
  readonly seq: number;
  readonly nouns: string[];
};

/**
 * Which nouns changed since a page last asked. Names no client. A page goes on from the last mark before which no writer was still at work, and
 * hears everything that a later writer marked: a transaction that began first and commits last is never missed, only one beside it told again.
 * Marks of a writer that is still to come were restored from another database server, and were all told there.
 */
export const since: Procedure<Contract['changes']['since']> = async ({ since }, { db }) => {
  const from = Number(since ?? 0);
  const { rows } = await sql<Feed>`with snapshot as (
      select pg_snapshot_xmin(now) as oldest, pg_snapshot_xmax(now) as ahead from pg_current_snapshot() as now
    ), heard as (
      select case when writer < ahead then writer else '0'::xid8 end as writer from change_mark, snapshot where seq = ${from}
    )
    select ${from} = 0 or exists (select from heard) as known,
      coalesce((select seq from change_mark, snapshot where writer < oldest order by writer desc, seq desc limit 1),
        (select max(seq) from change_mark, snapshot where writer >= ahead), 0) as seq,
      array(select distinct noun from change_mark, snapshot
        where writer > coalesce((select writer from heard), '0'::xid8) and writer < ahead order by noun) as nouns`.execute(db);
  const { known, seq, nouns } = rows[0] ?? { known: false, seq: 0, nouns: [] };
  // A page that was away for longer than marks are kept asks everything again.
  return { seq, nouns: known ? nouns : nounsToAskAgain('everything') };
};
