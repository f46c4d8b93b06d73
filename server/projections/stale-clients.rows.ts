import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import { taskRuleVersion } from '#domain/caseload/rule-version.ts';
import type { Database } from '#server/database/pool.ts';

/** Whether nothing that is stored of a client who is or was in care can be trusted at a moment: it was never worked out, by an older rule or setting, for other days, or something was written since. */
export const isStale = (client: string, now: Instant, until: Instant = now): RawBuilder<boolean> =>
  sql<boolean>`not exists (select from client_projection known join projection_basis basis on basis.organization_id = known.organization_id
    where known.organization_id = ${sql.ref(`${client}.organization_id`)} and known.client_id = ${sql.ref(`${client}.id`)}
      and known.rule_version = ${taskRuleVersion} and known.basis_version = basis.version and known.from_at <= ${now}::timestamptz and known.until_at > ${until}::timestamptz
      and not exists (select from noted_client noted where noted.organization_id = known.organization_id and noted.client_id = known.client_id))`;

const everInCare = sql`exists (select from episode where episode.organization_id = client.organization_id and episode.client_id = client.id)`;

/** Clients with an episode whose stored answers are old, in the order of their ids, and those of whom there should be none any more. */
export async function staleClients(
  db: Database,
  { now, until }: { readonly now: Instant; readonly until: Instant },
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select client.id from client where (client.superseded_by is null and ${everInCare} and ${isStale('client', now, until)})
    or exists (select from noted_client noted where noted.organization_id = client.organization_id and noted.client_id = client.id)
    order by client.id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Everybody who is or was in care, in the order of their ids. */
export async function clientsEverInCare(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select client.id from client where client.superseded_by is null and ${everInCare} order by client.id`.execute(db);
  return rows.map(({ id }) => id);
}
