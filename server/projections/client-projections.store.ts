import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import { taskRuleVersion } from '#domain/caseload/rule-version.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';

type Basis = { readonly organizationId: string; readonly basisVersion: number };

/** Keeps from when and until when what is stored of these clients holds, and by which rules. Those without such a span are no longer known, and none is noted any more. */
export async function keepSpans(
  db: Database,
  { organizationId: organization_id, basisVersion: basis_version }: Basis,
  clientIds: readonly string[],
  spans: ReadonlyMap<string, { readonly from: Instant; readonly until: Instant }>,
): Promise<void> {
  const theirs = sql<boolean>`client_id = any(${clientIds}::uuid[])`;
  await db.deleteFrom('client_projection').where(theirs).execute();
  await insertRows(
    db,
    'client_projection',
    [...spans].map(([client_id, { from, until }]) => ({
      organization_id,
      client_id,
      rule_version: taskRuleVersion,
      basis_version,
      from_at: from,
      until_at: until,
    })),
  );
  await db.deleteFrom('noted_client').where(theirs).execute();
  await db.deleteFrom('noted_identity').where(theirs).execute();
}
