import { sql } from 'kysely';
import type { AmendedCause } from '#domain/adjustments/after-amendment.ts';
import type { Adjustment } from '#domain/adjustments/open.ts';
import { adjustmentFindings } from '#domain/drug-screens/interpret.ts';
import type { Database } from '#server/database/pool.ts';
import { wholeSpecimen } from '#server/drug-screens/screen-links.rows.ts';

/** What opened an adjustment, and what it answers. */
export async function amendedCause(db: Database, adjustmentId: string): Promise<AmendedCause> {
  const { trigger, analytes, amended_at } = await db
    .selectFrom('adjustment')
    .select(['trigger', 'analytes', 'amended_at'])
    .where('id', '=', adjustmentId)
    .executeTakeFirstOrThrow();
  return { trigger, analytes, amended: amended_at !== null };
}

/** When somebody talked about a result and signed for it. */
export async function stepsOf(db: Database, adjustmentId: string): Promise<Pick<Adjustment, 'talkedAt' | 'signedAt'>> {
  const { talked_at, signed_at } = await db
    .selectFrom('adjustment')
    .select(['talked_at', 'signed_at'])
    .where('id', '=', adjustmentId)
    .executeTakeFirstOrThrow();
  return { talkedAt: talked_at, signedAt: signed_at };
}

/** The analytes of an adjustment, or the whole specimen, that its other screens ask about. */
export async function causesElsewhere(db: Database, adjustmentId: string, screenId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ analyte: string }>`select distinct r.analyte from adjustment_result r
    join screen_reading reading on reading.organization_id = r.organization_id and reading.screen_id = r.screen_id
    where r.adjustment_id = ${adjustmentId} and r.screen_id <> ${screenId}
      and (reading.findings ->> r.analyte = any(${adjustmentFindings}::text[]) or (r.analyte = ${wholeSpecimen} and reading.specimen_not_valid))`.execute(
    db,
  );
  return rows.map(({ analyte }) => analyte);
}

/** How many screens attached to an adjustment after its signature. */
export async function attachedAfter(db: Database, adjustmentId: string): Promise<number> {
  const rows = await db
    .selectFrom('adjustment_result')
    .select('screen_id')
    .distinct()
    .where('adjustment_id', '=', adjustmentId)
    .where('after_signature', '=', true)
    .execute();
  return rows.length;
}

/** The number of a client's last adjustment; 0 before the first. */
export async function lastNumberOf(db: Database, clientId: string): Promise<number> {
  const { last } = await db
    .selectFrom('adjustment')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  return Number(last);
}
