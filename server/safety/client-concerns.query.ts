import type { Contract } from '#contract/index.ts';
import { calledName } from '#server/clients/client-names.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { concernOf } from './concern-shown.ts';
import { concernsOnRecord } from './safety-concerns.rows.ts';

/** Every concern for a client's safety, open and closed. */
export const ofClient: Procedure<Contract['safetyConcerns']['ofClient']> = async ({ clientId }, { db, actor, now, zone, record }) => {
  const rows = await record.seen(concernsOnRecord(db, actor, clientId));
  const [client] = rows;
  if (client === undefined) throw new Refusal('client-unknown');
  return { clientId, asOf: now, timeZone: zone, called: calledName(client), concerns: rows.flatMap(concernOf) };
};
