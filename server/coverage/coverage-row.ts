import type { CoverageShown } from '#contract/coverage.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { speaksForColleagues } from '#server/access/capabilities.ts';
import type { CoverageRow } from './coverage.rows.ts';

/** An absence as it is shown to whoever asks. */
export const rowShown = (row: CoverageRow, { actor }: Pick<Context, 'actor'>): CoverageShown => ({
  id: row.id,
  version: row.version,
  away: { id: row.away_id, name: row.away },
  by: { id: row.covered_by, name: row.cover },
  from: row.from_on,
  to: row.to_on,
  note: row.note,
  clients: Number(row.clients),
  mine: row.away_id === actor.staffId || (speaksForColleagues(actor) && row.away_is_colleague),
});
