import type { Contract } from '#contract/index.ts';
import { soughtClients, soughtNext } from '#server/clients/client-search.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { missedFor } from './missed-sessions.rows.ts';
import { rosterSession } from './roster.guards.ts';
import { identityOf } from './roster-row.ts';

/** Clients in care who were sought by name or number, and whether this roster has them already. */
export const findPerson: Procedure<Contract['attendance']['findPerson']> = async (requested, context) => {
  const session = await rosterSession(context, requested.sessionId);
  const rows = await context.record.seen(soughtClients(context, requested));
  const missed = await missedFor(
    context,
    session,
    rows.map((row) => row.client_id),
  );
  return {
    clients: rows.map((row) => ({ ...identityOf(row), booked: row.booked, missed: missed.get(row.client_id) ?? [] })),
    next: soughtNext(rows),
  };
};
