import type { Context } from '#server/http/endpoint-handler.ts';

type SafetyDischarge = {
  readonly episodeId: string;
  readonly cause: string;
  readonly narrative: string;
  readonly signedBy: string;
  readonly secondSigner: string;
};

/** Keeps why the program ended an episode for safety, signed by two. */
export async function insertSafetyDischarge(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { episodeId, cause, narrative, signedBy, secondSigner }: SafetyDischarge,
): Promise<void> {
  await db
    .insertInto('safety_discharge')
    .values({
      organization_id: actor.organizationId,
      episode_id: episodeId,
      cause,
      narrative,
      signed_by: signedBy,
      second_signer: secondSigner,
    })
    .execute();
}
