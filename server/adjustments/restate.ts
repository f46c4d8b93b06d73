import { afterAmendment } from '#domain/adjustments/after-amendment.ts';
import { wasActedOn } from '#domain/adjustments/corrections.ts';
import { isAdjustmentFinding, isNotValid, type Validity } from '#domain/drug-screens/interpret.ts';
import type { Findings } from '#server/drug-screens/findings.projection.ts';
import { linksOf, wholeSpecimen } from '#server/drug-screens/screen-links.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { attachedOf } from './attached-results.rows.ts';
import { amendedCause, causesElsewhere, stepsOf } from './adjustment-causes.rows.ts';
import { insertCorrection } from './later-results.store.ts';
import { amendAdjustment, link, setAnalytes } from './opened-adjustments.store.ts';

type Version = { readonly id: string; readonly clientId: string; readonly validity: Validity | null; readonly findings: Findings };

/**
 * Lets the adjustments of an amended screen follow it: one whose cause is gone is amended, one whose cause stands is tied to the new version.
 * Answers which analytes are still answered, and by which adjustment.
 */
export async function restate(context: Context, before: Version, after: Version): Promise<ReadonlyMap<string, string>> {
  const { db, actor } = context;
  const known = await linksOf(db, [before.clientId]);
  // Links follow a screen to the row that stands for it, which is the new one unless the client was the mistake.
  // One whose cause was corrected away answers nothing any more: a result that is found after all opens another.
  const links = [...(known.get(before.id) ?? []), ...(known.get(after.id) ?? [])].filter(({ amended }) => !amended);
  const attached = await attachedOf(db, [before.clientId]);
  // A result that attached after the signature was acted on once it was spoken of, whatever was signed before it.
  const waiting = (adjustmentId: string) =>
    (attached.get(adjustmentId) ?? []).some(({ screenId, answeredAt }) => answeredAt === null && [before.id, after.id].includes(screenId));
  const current = new Map<string, string>();
  for (const [adjustmentId, own] of Map.groupBy(links, (one) => one.adjustmentId)) {
    const still =
      before.clientId === after.clientId ? own.map(({ analyte }) => analyte).filter((analyte) => asksAbout(after, analyte)) : [];
    if (still.length > 0)
      await link(db, actor.organizationId, after.id, adjustmentId, {
        analytes: still.filter((analyte) => analyte !== wholeSpecimen),
        at: context.now,
        afterSignature: false,
      });
    for (const analyte of still) current.set(analyte, adjustmentId);
    const answering = own.map(({ analyte }) => analyte);
    const acted = !waiting(adjustmentId) && wasActedOn(await stepsOf(db, adjustmentId));
    if (acted)
      await noteCorrection(
        context,
        { adjustmentId, clientId: before.clientId },
        answering.filter((analyte) => asksAbout(before, analyte)),
        still,
      );
    await amendWhereGone(context, adjustmentId, before.id, still);
  }
  return current;
}

/** Whoever acted on what is corrected now is told: what was found then, and what stands. */
async function noteCorrection(
  context: Context,
  of: { readonly adjustmentId: string; readonly clientId: string },
  answering: readonly string[],
  still: readonly string[],
): Promise<void> {
  const before = [...new Set(answering)].toSorted();
  if (before.every((analyte) => still.includes(analyte))) return;
  const named = (analytes: readonly string[]) => analytes.filter((analyte) => analyte !== wholeSpecimen);
  const after = before.filter((analyte) => still.includes(analyte));
  await insertCorrection(context, { ...of, analytesBefore: named(before), analytesAfter: named(after) });
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
