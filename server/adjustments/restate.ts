import { afterAmendment } from '#domain/adjustments/after-amendment.ts';
import { isAdjustmentFinding, isNotValid, type Validity } from '#domain/drug-screens/interpret.ts';
import type { Findings } from '#server/drug-screens/findings.projection.ts';
import { linksOf, wholeSpecimen } from '#server/drug-screens/screen-links.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { amendedCause, causesElsewhere } from './adjustment-causes.rows.ts';
import { amendAdjustment, link, setAnalytes } from './opened-adjustments.store.ts';

type Version = { readonly id: string; readonly clientId: string; readonly validity: Validity | null; readonly findings: Findings };

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
  const current = new Map<string, string>();
  for (const [adjustmentId, own] of Map.groupBy(links, (one) => one.adjustmentId)) {
    const still =
      before.clientId === after.clientId ? own.map(({ analyte }) => analyte).filter((analyte) => asksAbout(after, analyte)) : [];
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

function asksAbout({ validity, findings }: Version, analyte: string): boolean {
  if (analyte === wholeSpecimen) return isNotValid(validity);
  const finding = findings[analyte];
  return finding !== undefined && isAdjustmentFinding(finding);
}

async function amendWhereGone({ db, now }: Context, adjustmentId: string, amendedId: string, still: readonly string[]): Promise<void> {
  const causes = new Set([...still, ...(await causesElsewhere(db, adjustmentId, amendedId))]);
  const after = afterAmendment(await amendedCause(db, adjustmentId), causes);
  switch (after.is) {
    case 'unchanged':
      return;
    case 'amended':
      return amendAdjustment(db, adjustmentId, now);
    case 'narrowed':
      return setAnalytes(db, adjustmentId, after.analytes);
  }
  after satisfies never;
}
