import { randomUUID } from 'node:crypto';
import { dayAt } from '#domain/calendar.ts';
import { isUnderway, stateOf } from '#domain/care-plan-states.ts';
import { adjustmentFor, type AdjustmentAnswer } from '#domain/care-plan.ts';
import type { CollectionOutcome, Validity } from '#domain/drug-screens.ts';
import { adjustmentsOf, type ClientAdjustment } from '../../facts/adjustments.ts';
import { wholeSpecimen } from '../../facts/screen-links.ts';
import type { Findings } from '../../facts/screen-readings.ts';
import type { Context } from '../../procedure.ts';

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

type Opened = NonNullable<AdjustmentAnswer['opens']>;
type Known = Pick<ClientAdjustment, 'id' | 'number' | 'trigger' | 'analytes' | 'followUpOn'> & { readonly underway: boolean };

/** Opens or attaches the adjustments that these screens ask for. The caller holds their clients, so that numbers and open answers are the only ones. */
export async function answerScreens(context: Context, screens: readonly ReadScreen[]): Promise<void> {
  const { db, now, settings, zone, open } = context;
  const today = dayAt(now, zone);
  const stored = await adjustmentsOf(db, [...new Set(screens.map(({ clientId }) => clientId))]);
  const known = new Map([...stored].map(([clientId, own]) => [clientId, own.map((one): Known => ({ ...one, underway: isUnderway(stateOf(one, today)) }))]));

  for (const screen of screens) {
    const own = known.get(screen.clientId) ?? [];
    const answer = adjustmentFor({
      screen,
      findings: Object.entries(screen.findings).map(([analyte, finding]) => ({ analyte, finding })),
      openAdjustments: own.filter(({ underway }) => underway),
      now,
      settings,
      zone,
      open,
    });
    for (const { adjustmentId, analytes } of answer.attaches) await attach(context, screen.id, adjustmentId, analytes);
    if (answer.opens !== null) known.set(screen.clientId, [...own, await openOne(context, screen, answer.opens, Math.max(0, ...own.map(({ number }) => number)) + 1)]);
  }
}

async function openOne({ db, actor }: Context, screen: ReadScreen, opens: Opened, number: number): Promise<Known> {
  const id = randomUUID();
  await db
    .insertInto('adjustment')
    .values({
      organization_id: actor.organizationId,
      id,
      client_id: screen.clientId,
      number,
      trigger: 'screen',
      screen_id: screen.id,
      analytes: [...opens.analytes],
      specimen_not_valid: opens.wording === 'specimen-not-valid',
      opened_at: opens.openedAt,
      talk_due_at: opens.talkDueAt,
      sign_due_at: opens.signDueAt,
      ...unanswered,
    })
    .execute();
  await link(db, actor.organizationId, screen.id, id, opens.analytes);
  return { id, number, trigger: 'screen', analytes: opens.analytes, followUpOn: null, underway: true };
}

/** Every answer starts blank: nothing about the talk, the plan or the client's view is filled in by the program. */
const unanswered = {
  about: null,
  checked: null,
  talked_at: null,
  talk_method: null,
  own_words: null,
  safety_today: null,
  naloxone: null,
  explained_at: null,
  explanation: null,
  signed_at: null,
  signed_by: null,
  no_change_reason: null,
  client_view: null,
  follow_up_on: null,
  follow_up_by: null,
  better_looks_like: null,
  outcome: null,
  outcome_at: null,
  outcome_note: null,
  amended_at: null,
} as const;

async function attach({ db, actor }: Context, screenId: string, adjustmentId: string, analytes: readonly string[]): Promise<void> {
  await link(db, actor.organizationId, screenId, adjustmentId, analytes);
  const { analytes: known } = await db.selectFrom('adjustment').select('analytes').where('id', '=', adjustmentId).executeTakeFirstOrThrow();
  const all = [...new Set([...known, ...analytes])];
  if (all.length === known.length) return;
  await db
    .updateTable('adjustment')
    .set((eb) => ({ analytes: all, version: eb('version', '+', 1) }))
    .where('id', '=', adjustmentId)
    .execute();
}

/** Ties a screen to the adjustment that answers it, one row an analyte, or one for the whole specimen. */
export async function link(db: Context['db'], organizationId: string, screenId: string, adjustmentId: string, analytes: readonly string[]): Promise<void> {
  const tied = analytes.length === 0 ? [wholeSpecimen] : analytes;
  await db
    .insertInto('adjustment_result')
    .values(tied.map((analyte) => ({ organization_id: organizationId, adjustment_id: adjustmentId, screen_id: screenId, analyte })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
