import type { RequestedEnding } from '#domain/episodes/ending.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Writing = Pick<Context, 'db' | 'actor' | 'now'>;
type Request = {
  readonly clientId: string;
  readonly episode: { readonly id: string; readonly version: number };
  readonly ending: RequestedEnding;
  readonly secondSigner: string;
};

/** Keeps that an ending waits for a second signature, as it was asked for. */
export async function insertEndingRequest(
  { db, actor, now }: Writing,
  { clientId, episode, ending, secondSigner }: Request,
): Promise<void> {
  await db
    .insertInto('ending_request')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      episode_id: episode.id,
      episode_version: episode.version,
      ending: JSON.stringify(ending),
      requested_by: actor.staffId,
      requested_at: now,
      second_signer: secondSigner,
    })
    .execute();
}

type Answer = 'signed' | 'declined' | 'withdrawn' | 'overtaken';

/** Keeps what became of a request, and by whom. */
export async function answerEndingRequest({ db, actor, now }: Writing, id: string, answer: Answer, note: string | null): Promise<void> {
  await db
    .updateTable('ending_request')
    .set({ answer, answered_at: now, answered_by: actor.staffId, answer_note: note })
    .where('id', '=', id)
    .execute();
}
