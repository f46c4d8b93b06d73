import { dayAt } from '#domain/calendar/calendar.ts';
import { isUnderway, stateOf } from '#domain/adjustments/states.ts';
import { adjustmentFor } from '#domain/adjustments/open.ts';
import type { CollectionOutcome, Validity } from '#domain/drug-screens/interpret.ts';
import { adjustmentsOf, type ClientAdjustment } from './adjustments.rows.ts';
import type { Findings } from '#server/drug-screens/findings.projection.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { amendedCause, attachedAfter } from './adjustment-causes.rows.ts';
import { attachedThatBringFollowUp } from '#domain/adjustments/attached.ts';
import { bringFollowUpForward, link, openOne, setAnalytes } from './opened-adjustments.store.ts';

export type ReadScreen = {
  readonly id: string;
  readonly clientId: string;
  readonly outcome: CollectionOutcome;
  readonly validity: Validity | null;
  readonly reason: string | null;
  readonly findings: Findings;
  /** The adjustment that the event already has, where it is read again. */
  readonly adjustmentId: string | null;
};

type Known = Pick<ClientAdjustment, 'id' | 'number' | 'trigger' | 'analytes' | 'followUpOn' | 'signedAt'> & { readonly underway: boolean };

/** Opens or attaches the adjustments that these screens ask for. The caller holds their clients, so that numbers and open answers are the only ones. */
export async function answerScreens(context: Context, screens: readonly ReadScreen[]): Promise<void> {
  const { db, now, settings, zone, open } = context;
  const today = dayAt(now, zone);
  const stored = await adjustmentsOf(db, [...new Set(screens.map(({ clientId }) => clientId))]);
  const known = new Map<string, readonly Known[]>(
    [...stored].map(([clientId, own]) => [clientId, own.map((one): Known => ({ ...one, underway: isUnderway(stateOf(one, today)) }))]),
  );

  for (const screen of screens) {
    let own: readonly Known[] = known.get(screen.clientId) ?? [];
    const answer = adjustmentFor({
      screen,
      findings: Object.entries(screen.findings).map(([analyte, finding]) => ({ analyte, finding })),
      openAdjustments: own.filter(({ underway }) => underway),
      now,
      settings,
      zone,
      open,
    });
    for (const { adjustmentId, analytes } of answer.attaches) {
      const signed = own.find(({ id }) => id === adjustmentId)?.signedAt ?? null;
      const brought = await attach(context, screen.id, { adjustmentId, analytes, afterSignature: signed !== null });
      if (brought) own = own.map((one) => (one.id === adjustmentId ? { ...one, followUpOn: today } : one));
    }
    known.set(screen.clientId, own);
    if (answer.opens !== null)
      known.set(screen.clientId, [
        ...own,
        { ...(await openOne(context, screen, answer.opens, Math.max(0, ...own.map(({ number }) => number)) + 1)), underway: true },
      ]);
  }
}

type Attached = { readonly adjustmentId: string; readonly analytes: readonly string[]; readonly afterSignature: boolean };

/** Ties a result to an adjustment. Answers whether it brought the follow-up forward, because it isn't the first after the signature (program rule). */
async function attach(context: Context, screenId: string, { adjustmentId, analytes, afterSignature }: Attached): Promise<boolean> {
  const { db, actor, now, zone } = context;
  await link(db, actor.organizationId, screenId, adjustmentId, { analytes, at: now, afterSignature });
  const { analytes: known } = await amendedCause(db, adjustmentId);
  const all = [...new Set([...known, ...analytes])];
  if (all.length > known.length) await setAnalytes(db, adjustmentId, all);
  return afterSignature && (await attachedAfter(db, adjustmentId)) >= attachedThatBringFollowUp
    ? bringFollowUpForward(db, adjustmentId, dayAt(now, zone))
    : false;
}
