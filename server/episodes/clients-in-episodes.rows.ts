import type { Database } from '#server/database/pool.ts';

/** Clients with their episodes of care, the group that they come to and the therapist who answers for them. */
export const clientsInEpisodes = (db: Database) =>
  db
    .selectFrom('client')
    .innerJoin('episode', (join) =>
      join.onRef('episode.organization_id', '=', 'client.organization_id').onRef('episode.client_id', '=', 'client.id'),
    )
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'episode.organization_id').onRef('care_group.id', '=', 'episode.group_id'),
    )
    // Where the episode names no site, its group is held at one.
    .leftJoin('site', (join) =>
      join
        .onRef('site.organization_id', '=', 'episode.organization_id')
        .on((eb) => eb('site.id', '=', eb.fn.coalesce('episode.site_id', 'care_group.site_id'))),
    )
    .leftJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'episode.organization_id').onRef('staff.id', '=', 'episode.therapist_id'),
    )
    .select([
      'client.id as client_id',
      'client.first_name',
      'client.last_name',
      'client.preferred_name',
      'client.sort_name',
      'client.chart_number',
      'client.born_on',
      'episode.id as episode_id',
      'episode.program_id',
      'episode.therapist_id',
      'episode.opened_on',
      'episode.closed_on',
      'care_group.name as group_name',
      'care_group.meets',
      'care_group.weekdays',
      'staff.name as therapist',
      'staff.ended_on as therapist_ended_on',
      'site.id as care_site_id',
      'site.time_zone as site_zone',
    ]);
