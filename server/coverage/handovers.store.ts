import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Handover = {
  readonly episodes: readonly { readonly id: string; readonly client_id: string }[];
  readonly fromId: string | null;
  readonly toId: string;
  readonly on: Day;
  readonly note: string;
};

/** Keeps that clients go to another caseload, each with the note. */
export async function insertHandovers(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { episodes, fromId, toId, on, note }: Handover,
): Promise<void> {
  await db
    .insertInto('handover')
    .values(
      episodes.map((episode) => ({
        organization_id: actor.organizationId,
        client_id: episode.client_id,
        episode_id: episode.id,
        from_id: fromId,
        to_id: toId,
        note,
        on_day: on,
        by: actor.staffId,
        // Who takes a client over themselves has read their own note.
        acknowledged_at: toId === actor.staffId ? now : null,
      })),
    )
    .execute();
}

/** Keeps that the note of a handover was read. */
export async function acknowledgeHandover({ db, now }: Pick<Context, 'db' | 'now'>, handoverId: string): Promise<void> {
  await db.updateTable('handover').set({ acknowledged_at: now }).where('id', '=', handoverId).execute();
}
