import { sql } from 'kysely';
import type { ChartsCompared } from '#contract/clients-merge.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { instantFrom, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { tableName, mergeMessages, rowSummary, type StoredRow } from '#domain/clients/merge-words.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { chartOfClient, careStatusOf } from './charts.rows.ts';

/** Both charts, where this actor may open both. */
export const twoCharts = (db: Database, actor: Actor, ids: readonly string[]) =>
  chartOfClient(db)
    .select(['client.version', 'client.pronouns', 'client.language', 'client.interpreter'])
    .where('client.id', 'in', ids)
    .where('client.superseded_by', 'is', null)
    .where(clientsOf(actor));
export type ChartToMerge = Awaited<ReturnType<ReturnType<typeof twoCharts>['executeTakeFirstOrThrow']>>;

type Episode = { readonly client_id: string; readonly program: string; readonly opened_on: Day; readonly closed_on: Day | null };
type Keeps = ChartsCompared['conflicts'][number]['keeps'];
type Conflict = { found_in: string; key: string; merged_row: StoredRow; surviving_row: StoredRow; keeps: Keeps };

/** The two charts side by side, what would move, and what can't stand twice. */
export async function compared(
  { db, now }: Pick<Context, 'db' | 'now'>,
  surviving: ChartToMerge,
  merged: ChartToMerge,
): Promise<ChartsCompared> {
  const ids = [merged.client_id, surviving.client_id] as const;
  const { rows: counts } = await sql<{ found_in: string; of_merged: number; of_surviving: number }>`
    select * from client_merge_counts(${ids[0]}, ${ids[1]})`.execute(db);
  const { rows: conflicts } = await sql<Conflict>`select * from client_merge_conflicts(${ids[0]}, ${ids[1]})`.execute(db);
  const episodes = await episodesOf(db, ids);
  const open = (of: ChartToMerge) => episodes.find((one) => one.client_id === of.client_id && one.closed_on === null);
  const [survivingOpen, mergedOpen] = [open(surviving), open(merged)];
  const both = survivingOpen !== undefined && mergedOpen !== undefined;
  return {
    surviving: sideOf(surviving, episodes),
    merged: sideOf(merged, episodes),
    holds: counts.flatMap((row) => {
      const what = tableName(row.found_in);
      return what === null ? [] : [{ what, surviving: row.of_surviving, merged: row.of_merged }];
    }),
    conflicts: conflicts
      .filter(
        ({ found_in, merged_row, surviving_row }) =>
          found_in !== 'screen_slot' || (isKnown(merged_row, now) && isKnown(surviving_row, now)),
      )
      .map(({ found_in, key, merged_row, surviving_row, keeps }) => {
        const { about, summary } = rowSummary(found_in, surviving_row);
        return { key, about, surviving: summary, merged: rowSummary(found_in, merged_row).summary, keeps };
      }),
    joins:
      both && survivingOpen.program === mergedOpen.program
        ? mergeMessages.joins(
            survivingOpen.program,
            dayWithYear(survivingOpen.opened_on < mergedOpen.opened_on ? survivingOpen.opened_on : mergedOpen.opened_on),
          )
        : null,
    blocked: both && survivingOpen.program !== mergedOpen.program ? mergeMessages.twoPrograms : null,
  };
}

/** Whether the collection that a slot waits for has opened. Before, nobody is told of it, and the rule settles which of two stays. */
function isKnown({ opens_at }: StoredRow, now: Instant): boolean {
  const opens = typeof opens_at === 'string' ? instantFrom(opens_at) : null;
  return opens !== null && opens <= now;
}

const episodesOf = (db: Database, ids: readonly string[]): Promise<Episode[]> =>
  db
    .selectFrom('episode')
    .innerJoin('program', (join) =>
      join.onRef('program.organization_id', '=', 'episode.organization_id').onRef('program.id', '=', 'episode.program_id'),
    )
    .select(['episode.client_id', 'program.name as program', 'episode.opened_on', 'episode.closed_on'])
    .where('episode.client_id', 'in', ids)
    .orderBy('episode.opened_on')
    .execute();

const sideOf = (chart: ChartToMerge, episodes: readonly Episode[]): ChartsCompared['surviving'] => ({
  clientId: chart.client_id,
  version: chart.version,
  name: [chart.preferred_name ?? chart.first_name, chart.last_name].join(' '),
  careStatus: careStatusOf(chart),
  firstName: chart.first_name,
  lastName: chart.last_name,
  preferredName: chart.preferred_name,
  pronouns: chart.pronouns,
  bornOn: chart.born_on,
  chartNumber: chart.chart_number,
  language: chart.language,
  interpreter: chart.interpreter,
  episodes: episodes
    .filter(({ client_id }) => client_id === chart.client_id)
    .map(
      ({ program, opened_on, closed_on }) =>
        `${program}, ${dayWithYear(opened_on)} to ${closed_on === null ? 'now' : dayWithYear(closed_on)}`,
    ),
});
