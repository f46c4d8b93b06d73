import type { Day } from '#domain/calendar/calendar.ts';
import type { CareStatus } from '#domain/clients/record.ts';
import type { Database } from '#server/database/pool.ts';

export type ChartRow = {
  readonly client_id: string;
  readonly chart_number: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly born_on: Day | null;
  readonly episodes: number | null;
  readonly in_care: unknown;
};

/** A chart with how many episodes it has and whether one is open. */
export const chartOfClient = (db: Database) =>
  db.selectFrom('client').select((eb) => {
    const episodes = eb
      .selectFrom('episode')
      .whereRef('episode.organization_id', '=', 'client.organization_id')
      .whereRef('episode.client_id', '=', 'client.id');
    return [
      'client.id as client_id',
      'client.chart_number',
      'client.first_name',
      'client.last_name',
      'client.preferred_name',
      'client.born_on',
      episodes.select((of) => of.fn.countAll<number>().as('all')).as('episodes'),
      eb.exists(episodes.select('episode.id').where('episode.closed_on', 'is', null)).as('in_care'),
    ];
  });

export const careStatusOf = ({ in_care, episodes }: Pick<ChartRow, 'in_care' | 'episodes'>): CareStatus =>
  in_care === true ? 'in-care' : (episodes ?? 0) > 0 ? 'closed' : 'not-started';
