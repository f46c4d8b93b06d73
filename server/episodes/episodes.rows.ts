import { detectedResults, unaccountedExpectations } from '#domain/drug-screens/interpret.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** Every episode of a client, the newest first, each with its levels of care and with what was closed and opened again. */
export async function episodesOnRecord(db: Database, clientId: string) {
  const rows = await db
    .selectFrom('episode')
    .innerJoin('program', 'program.id', 'episode.program_id')
    .leftJoin('site', 'site.id', 'episode.site_id')
    .leftJoin('care_group', 'care_group.id', 'episode.group_id')
    .leftJoin('staff', 'staff.id', 'episode.therapist_id')
    .selectAll('episode')
    .select(['program.name as program', 'site.name as site', 'care_group.name as group', 'staff.name as therapist'])
    .where('episode.client_id', '=', clientId)
    .orderBy('episode.opened_on', 'desc')
    .execute();
  const levels = await db.selectFrom('level_span').selectAll().where('client_id', '=', clientId).execute();
  return { rows, levels, reopenings: await reopeningsOf(db, clientId) };
}

export type EpisodesOnRecord = Awaited<ReturnType<typeof episodesOnRecord>>;

async function reopeningsOf(db: Database, clientId: string) {
  const rows = await db
    .selectFrom('episode_reopening as one')
    .innerJoin('staff', 'staff.id', 'one.by')
    .select(['one.episode_id', 'one.closed_on', 'one.closed_because', 'one.reopened_on', 'staff.name as by'])
    .where('one.client_id', '=', clientId)
    .orderBy('one.reopened_on')
    .execute();
  return rows.map((row) => ({
    episodeId: row.episode_id,
    closedOn: row.closed_on,
    because: row.closed_because,
    reopenedOn: row.reopened_on,
    by: row.by,
  }));
}

/** The analytes ever detected on a client's screens that no medication accounted for. */
export async function unaccountedAnalytes(db: Database, clientId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('analyte_result')
    .innerJoin('screen', 'screen.id', 'analyte_result.screen_id')
    .select('analyte_result.analyte')
    .distinct()
    .where('screen.client_id', '=', clientId)
    .where('analyte_result.result', 'in', detectedResults)
    .where('analyte_result.expectation', 'in', unaccountedExpectations)
    .execute();
  return rows.map(({ analyte }) => analyte);
}

/** Whether an episode of the client covers a day. */
export async function inCareOn(db: Database, clientId: string, on: Day): Promise<boolean> {
  const episode = await db
    .selectFrom('episode')
    .select('id')
    .where('client_id', '=', clientId)
    .where('opened_on', '<=', on)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', on)]))
    .limit(1)
    .executeTakeFirst();
  return episode !== undefined;
}
