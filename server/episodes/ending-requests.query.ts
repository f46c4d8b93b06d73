import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { endingLine } from '#domain/episodes/ending-words.ts';
import { shownName } from '#server/clients/client-names.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { endingRequestsOf } from './ending-requests.rows.ts';

/** Endings that wait for this person's signature, and theirs that wait for somebody else's. */
export const endingRequests: Procedure<Contract['episodes']['endingRequests']> = async (_, { db, actor, record }) => {
  const rows = await record.seen(endingRequestsOf(db, actor));
  return {
    requests: rows.map((row) => {
      const toSign = row.second_signer === actor.staffId;
      return {
        requestId: row.id,
        clientId: row.client_id,
        name: shownName(row),
        toSign,
        line: endingLine(row.ending.reason, dayWithYear(row.ending.closedOn), toSign ? { by: row.requester } : { to: row.signer }),
      };
    }),
  };
};
