import type { Contract } from '#contract/index.ts';
import { calledName } from '#server/clients/client-names.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { amendedCauses } from './amended-causes.rows.ts';
import { concernOf } from './concern-shown.ts';
import { concernsOnRecord } from './safety-concerns.rows.ts';

/** Every concern for a client's safety, open and closed. */
export const ofClient: Procedure<Contract['safetyConcerns']['ofClient']> = async (
  { clientId },
  { db, actor, now, zone, settings, record },
) => {
  const rows = await record.seen(concernsOnRecord(db, actor, clientId));
  const [client] = rows;
  if (client === undefined) throw new Refusal('client-unknown');
  const amended = await amendedCauses(
    db,
    rows.flatMap(({ screen_id }) => screen_id ?? []),
  );
  return {
    clientId,
    asOf: now,
    timeZone: zone,
    called: calledName(client),
    concerns: rows.flatMap((row) => concernOf(row, amended.get(row.screen_id ?? '') ?? null, settings)),
  };
};
