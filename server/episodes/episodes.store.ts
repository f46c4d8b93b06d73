import type { Contract } from '#contract/index.ts';
import type { Selectable, Updateable } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

/** What is given when an episode is opened. */
export type EpisodeForm = Parameters<Procedure<Contract['episodes']['start']>>[0];

const columnsOf = (form: EpisodeForm) => ({
  program_id: form.programId,
  site_id: form.siteId ?? null,
  group_id: form.groupId ?? null,
  therapist_id: form.therapistId,
  admission_source: form.admissionSource ?? null,
  primary_substance: form.primarySubstance ?? null,
  referred_on: form.referredOn ?? null,
  referred_by: form.referredBy ?? null,
});

export async function insertEpisode({ db, actor }: Pick<Context, 'db' | 'actor'>, form: EpisodeForm): Promise<{ id: string }> {
  return db
    .insertInto('episode')
    .values({ organization_id: actor.organizationId, client_id: form.clientId, opened_on: form.openedOn, ...columnsOf(form) })
    .returning('id')
    .executeTakeFirstOrThrow();
}

type Closed = Pick<Selectable<Tables['episode']>, 'id' | 'admission_source' | 'referred_on' | 'referred_by'> & {
  readonly closed_on: Day;
  readonly closed_because: string;
};

/** Keeps how the episode was closed, and opens it again. What the form leaves out of where the client came from stays. */
export async function reopenEpisode({ db, actor }: Pick<Context, 'db' | 'actor'>, form: EpisodeForm, was: Closed): Promise<void> {
  await db
    .insertInto('episode_reopening')
    .values({
      organization_id: actor.organizationId,
      client_id: form.clientId,
      episode_id: was.id,
      closed_on: was.closed_on,
      closed_because: was.closed_because,
      reopened_on: form.openedOn,
      by: actor.staffId,
    })
    .execute();
  await db
    .updateTable('episode')
    .set((eb) => ({
      ...columnsOf(form),
      admission_source: form.admissionSource ?? was.admission_source,
      referred_on: form.referredOn ?? was.referred_on,
      referred_by: form.referredBy ?? was.referred_by,
      closed_on: null,
      closed_because: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', was.id)
    .execute();
}

/** Writes a change of an episode, as its next version. */
export async function changeEpisode({ db }: Pick<Context, 'db'>, episodeId: string, set: Updateable<Tables['episode']>): Promise<void> {
  await db
    .updateTable('episode')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', episodeId)
    .execute();
}

/** Episodes go to another caseload. */
export async function changeTherapist({ db }: Pick<Context, 'db'>, episodeIds: readonly string[], therapistId: string): Promise<void> {
  await db
    .updateTable('episode')
    .set((eb) => ({ therapist_id: therapistId, version: eb('version', '+', 1) }))
    .where('id', 'in', [...episodeIds])
    .execute();
}

/** Adds episodes. */
export const insertEpisodes = (db: Database, rows: readonly WholeRow<'episode'>[]): Promise<void> => insertRows(db, 'episode', rows);

/** Sets fields of an episode, as its next version. */
export const setEpisodeFields = (db: Database, key: RowKey, fields: NewFields): Promise<void> =>
  updateFields(db, 'episode', key, fields, { counted: true });
