import { sql } from 'kysely';
import { adjustmentFindings, isAdjustmentFinding, isNotValid, type Finding, type Validity } from '#domain/drug-screens/interpret.ts';
import type { Findings } from '#server/drug-screens/findings.projection.ts';
import { linksOf, wholeSpecimen } from '#server/drug-screens/screen-links.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { link } from './opened-adjustments.store.ts';

type Version = { readonly id: string; readonly clientId: string; readonly validity: Validity | null; readonly findings: Findings };

const stillAdjusts = (finding: Finding | undefined): boolean => finding !== undefined && isAdjustmentFinding(finding);

/**
 * Lets the adjustments of an amended screen follow it: one whose cause is gone is amended, one whose cause stands is tied to the new version.
 * Answers which analytes are still answered, and by which adjustment.
 */
export async function restate(
  context: Context,
  before: Pick<Version, 'id' | 'clientId'>,
  after: Version,
): Promise<ReadonlyMap<string, string>> {
  const { db, actor } = context;
  const known = await linksOf(db, [before.clientId]);
  // Links follow a screen to the row that stands for it, which is the new one unless the client was the mistake.
  const links = [...(known.get(before.id) ?? []), ...(known.get(after.id) ?? [])];
  const sameClient = before.clientId === after.clientId;
  const stillHolds = (analyte: string) =>
    sameClient && (analyte === wholeSpecimen ? isNotValid(after.validity) : stillAdjusts(after.findings[analyte]));
  const current = new Map<string, string>();
  for (const [adjustmentId, own] of Map.groupBy(links, (one) => one.adjustmentId)) {
    const still = own.map(({ analyte }) => analyte).filter(stillHolds);
    if (still.length > 0)
      await link(
        db,
        actor.organizationId,
        after.id,
        adjustmentId,
        still.filter((analyte) => analyte !== wholeSpecimen),
      );
    for (const analyte of still) current.set(analyte, adjustmentId);
    await amendWhereGone(context, adjustmentId, before.id, still);
  }
  return current;
}

async function amendWhereGone({ db, now }: Context, adjustmentId: string, amendedId: string, still: readonly string[]): Promise<void> {
  const adjustment = await db
    .selectFrom('adjustment')
    .select(['trigger', 'analytes', 'amended_at'])
    .where('id', '=', adjustmentId)
    .executeTakeFirstOrThrow();
  if (adjustment.trigger !== 'screen' || adjustment.amended_at !== null) return;
  const { rows } = await sql<{ analyte: string }>`select distinct r.analyte from adjustment_result r
    join screen_reading reading on reading.organization_id = r.organization_id and reading.screen_id = r.screen_id
    where r.adjustment_id = ${adjustmentId} and r.screen_id <> ${amendedId}
      and (reading.findings ->> r.analyte = any(${adjustmentFindings}::text[]) or (r.analyte = ${wholeSpecimen} and reading.specimen_not_valid))`.execute(
    db,
  );
  const causes = [...new Set([...still, ...rows.map(({ analyte }) => analyte)])];
  const analytes = adjustment.analytes.filter((analyte) => causes.includes(analyte));
  if (causes.length > 0 && analytes.length === adjustment.analytes.length) return;
  await db
    .updateTable('adjustment')
    .set((eb) => ({ version: eb('version', '+', 1), ...(causes.length === 0 ? { amended_at: now } : { analytes }) }))
    .where('id', '=', adjustmentId)
    .execute();
}
