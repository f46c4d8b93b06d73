import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import { chartOfClient } from './charts.rows.ts';

/** Both charts, where this actor may open both. */
export const twoCharts = (db: Database, actor: Actor, ids: readonly string[]) =>
  chartOfClient(db)
    .select(['client.version', 'client.pronouns', 'client.language', 'client.interpreter'])
    .where('client.id', 'in', ids)
    .where('client.superseded_by', 'is', null)
    .where(clientsOf(actor));
export type ChartToMerge = Awaited<ReturnType<ReturnType<typeof twoCharts>['executeTakeFirstOrThrow']>>;

export type EpisodeOfChart = {
  readonly client_id: string;
  readonly program: string;
  readonly opened_on: Day;
  readonly closed_on: Day | null;
};
type StoredRow = Readonly<Record<string, unknown>>;
export type ChartConflict = {
  readonly found_in: string;
  readonly key: string;
  readonly merged_row: StoredRow;
  readonly surviving_row: StoredRow;
  readonly keeps: 'surviving' | 'merged' | 'both' | 'left' | null;
};
export type MergeFacts = {
  readonly counts: readonly { readonly found_in: string; readonly of_merged: number; readonly of_surviving: number }[];
  readonly conflicts: readonly ChartConflict[];
  readonly episodes: readonly EpisodeOfChart[];
};

/** What two charts hold, what of it can't stand twice, and the episodes of both. */
export async function mergeFactsOf(db: Database, surviving: ChartToMerge, merged: ChartToMerge): Promise<MergeFacts> {
  const ids = [merged.client_id, surviving.client_id] as const;
  const { rows: counts } = await sql<MergeFacts['counts'][number]>`
    select * from client_merge_counts(${ids[0]}, ${ids[1]})`.execute(db);
  const { rows: conflicts } = await sql<ChartConflict>`select * from client_merge_conflicts(${ids[0]}, ${ids[1]})`.execute(db);
  return { counts, conflicts, episodes: await episodesOf(db, ids) };
}

const episodesOf = (db: Database, ids: readonly string[]): Promise<EpisodeOfChart[]> =>
  db
    .selectFrom('episode')
    .innerJoin('program', (join) =>
      join.onRef('program.organization_id', '=', 'episode.organization_id').onRef('program.id', '=', 'episode.program_id'),
    )
    .select(['episode.client_id', 'program.name as program', 'episode.opened_on', 'episode.closed_on'])
    .where('episode.client_id', 'in', ids)
    .orderBy('episode.opened_on')
    .execute();
