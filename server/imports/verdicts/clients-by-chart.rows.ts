import type { Problem } from '#domain/imports/problems.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { clientsToImport, type Importer } from '#server/access/import-scope.ts';
import type { Database } from '#server/database/pool.ts';

export type StoredEpisode = { readonly programId: string; readonly openedOn: Day; readonly closedOn: Day | null };
export type StoredClient = { readonly id: string; readonly chartNumber: string; readonly episodes: readonly StoredEpisode[] };

/**
 * The clients of a batch by chart number, with the days of their episodes, as far as the importer reaches. The number of a chart that was merged
 * leads to the surviving one.
 */
export async function clientsByChart(
  { db, importer }: { readonly db: Database; readonly importer: Importer },
  charts: readonly string[],
): Promise<ReadonlyMap<string, StoredClient>> {
  const rows = await db
    .selectFrom('client as named')
    .innerJoin('client', (join) =>
      join
        .onRef('client.organization_id', '=', 'named.organization_id')
        .on((eb) => eb('client.id', '=', eb.fn.coalesce('named.superseded_by', 'named.id'))),
    )
    .leftJoin('episode', (join) =>
      join.onRef('episode.organization_id', '=', 'client.organization_id').onRef('episode.client_id', '=', 'client.id'),
    )
    .select(['client.id', 'named.chart_number', 'episode.opened_on', 'episode.closed_on', 'episode.program_id'])
    .where('named.chart_number', 'in', [...new Set(['', ...charts])])
    .where(clientsToImport(importer))
    .execute();
  const found = new Map<string, StoredClient>();
  for (const { id, chart_number: chartNumber, opened_on: openedOn, closed_on: closedOn, program_id: programId } of rows) {
    const episodes = found.get(chartNumber)?.episodes ?? [];
    found.set(chartNumber, {
      id,
      chartNumber,
      episodes: openedOn === null || programId === null ? episodes : [...episodes, { programId, openedOn, closedOn }],
    });
  }
  return found;
}

/** The episode that was open on a day, both ends included, or why there is none. */
export function episodeOn({ episodes }: Pick<StoredClient, 'episodes'>, on: Day): StoredEpisode | Problem {
  const open = episodes.find(({ openedOn, closedOn }) => openedOn <= on && (closedOn === null || on <= closedOn));
  if (open !== undefined) return open;
  if (episodes.every(({ openedOn }) => on < openedOn)) return { code: 'before-opening' };
  return episodes.every(({ openedOn }) => openedOn <= on) ? { code: 'after-discharge' } : { code: 'no-episode' };
}

/** Ids to ask by; never none, because no list is not every client. */
export const idsOf = (clients: ReadonlyMap<string, StoredClient>): string[] => [
  '00000000-0000-0000-0000-000000000000',
  ...[...clients.values()].map(({ id }) => id),
];
