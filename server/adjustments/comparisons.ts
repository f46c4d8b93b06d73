import type { Comparison } from '#contract/clients.ts';
import { positionOn } from '#domain/adjustments/before-after-scale.ts';
import { comparedNames, comparedWords, waitWords, windowWords } from '#domain/adjustments/before-after-words.ts';
import type { Compared, MeasureCompared } from '#domain/adjustments/before-after.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { dayAt, hoursBetween } from '#domain/calendar/calendar.ts';
import { adjustmentLabel } from '#domain/adjustments/labels-words.ts';
import { stateOf } from '#domain/adjustments/states.ts';
import { triggerNames } from '#domain/adjustments/states-words.ts';
import type { AdjustmentInCare } from '#domain/caseload/order.ts';
import { analyteList } from '#domain/drug-screens/words.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { beforeAfterOf } from './before-after.ts';
import type { SignedWords } from './comparisons.rows.ts';
import type { Loaded } from '#server/caseload/facts-at.ts';

type Moment = Pick<Context, 'now' | 'zone' | 'settings'>;

/** Each signed adjustment of a client with what changed, why, and what followed; the newest last. */
export const comparisonsOf = (facts: Loaded, signed: ReadonlyMap<string, SignedWords>, context: Moment): Comparison[] =>
  facts.adjustments.flatMap((adjustment) => comparisonOf(adjustment, signed.get(adjustment.id) ?? unsigned, facts, context));

const unsigned: SignedWords = { ownWords: null, changes: [] };

function comparisonOf(adjustment: AdjustmentInCare, { changes, ownWords }: SignedWords, facts: Loaded, context: Moment): Comparison[] {
  const { now, zone } = context;
  const compared = beforeAfterOf(adjustment, facts, context);
  if (compared === null || adjustment.signedAt === null) return [];
  const state = stateOf(adjustment, dayAt(now, zone));
  const event = facts.screens.find(({ adjustmentId }) => adjustmentId === adjustment.id);
  return [
    {
      adjustmentId: adjustment.id,
      number: adjustment.number,
      signedLabel: `signed ${dayWords(dayAt(adjustment.signedAt, zone))}, ${Math.round(hoursBetween(adjustment.openedAt, adjustment.signedAt))} h after the result`,
      changes:
        adjustment.noChangeReason === null
          ? changes.map(({ what, from }) => `${what}, from ${dayWords(from)}`)
          : [`No change needed: ${adjustment.noChangeReason}`],
      why: whyOf(adjustment),
      mark: event?.mark ?? null,
      ownWords,
      status: adjustmentLabel(adjustment, state, null),
      before: { when: windowWords(compared.before), days: compared.before.days },
      after: { when: windowWords(compared.after), days: compared.after.days },
      wanted: compared.wanted,
      wait: waitWords(compared),
      rows: compared.rows.map((row) => ({
        id: row.measure,
        label: comparedNames[row.measure],
        before: sideOf(row, row.before),
        after: sideOf(row, row.after),
      })),
    },
  ];
}

const sideOf = (row: MeasureCompared, side: Compared | null) =>
  side === null ? null : { at: positionOn(row, side), label: comparedWords(side, row.measure) };

function whyOf({ event, analytes, trigger }: AdjustmentInCare): string {
  if (event === null) return `Started from ${triggerNames[trigger]}`;
  if (event.notValid) return `Specimen not valid, ${dayWords(event.on)}`;
  return `${analyteList(analytes).replace(/^./, (first) => first.toUpperCase())}, ${event.presumptive ? 'presumptive' : 'confirmed'}, ${dayWords(event.on)}`;
}
