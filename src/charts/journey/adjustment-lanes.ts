import type { AdjustmentState } from '#domain/adjustments/open.ts';
import type { AdjustmentSpan } from '#domain/clients/journey.ts';
import { textWidth } from './text-width.ts';
import type { DayScale } from './time-axis.ts';

/** `wait`: the team owes something. `plan`: a plan change is or was in place. `settled`: it asked for no change. */
export type LaneTone = 'wait' | 'plan' | 'settled';

export type PlacedAdjustment = {
  readonly adjustment: AdjustmentSpan;
  readonly tone: LaneTone;
  readonly lane: number;
  /** At the result. */
  readonly flag: number;
  /** From signing to closing; open on the right while it runs; null where nothing was changed. */
  readonly span: { readonly from: number; readonly to: number; readonly open: boolean } | null;
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end' };
};

const PAD = 8;
const FLAG = 12;

export function laneToneOf(state: AdjustmentState): LaneTone {
  switch (state) {
    case 'due':
    case 'talked':
      return 'wait';
    case 'signed':
    case 'follow-up-due':
    case 'closed':
      return 'plan';
    case 'explained':
    case 'amended':
      return 'settled';
  }
  state satisfies never;
}

/** Each adjustment in the first lane where neither its span nor its label meets another. */
export function adjustmentLanes(adjustments: readonly AdjustmentSpan[], x: DayScale, end: number): readonly PlacedAdjustment[] {
  const taken: number[] = [];
  return adjustments
    .toSorted((a, b) => a.openedOn.localeCompare(b.openedOn) || a.number - b.number)
    .map((adjustment) => {
      const placed = placedOn(adjustment, x, end);
      const left = Math.min(placed.flag, placed.label.anchor === 'end' ? placed.label.x - widthOf(adjustment) : placed.label.x);
      const right = Math.max(
        placed.flag + FLAG,
        placed.span?.to ?? 0,
        placed.label.anchor === 'start' ? placed.label.x + widthOf(adjustment) : 0,
      );
      const free = taken.findIndex((until) => until + PAD <= left);
      const lane = free === -1 ? taken.length : free;
      taken[lane] = right;
      return { ...placed, lane };
    });
}

const widthOf = (adjustment: AdjustmentSpan): number => textWidth(adjustment.label, 13, true);

function placedOn(adjustment: AdjustmentSpan, x: DayScale, end: number): Omit<PlacedAdjustment, 'lane'> {
  const tone = laneToneOf(adjustment.state);
  const flag = x(adjustment.openedOn, 0.5);
  const span = spanOf(adjustment, tone, flag, x, end);
  const wide = widthOf(adjustment);
  const inside = Math.max(span?.from ?? flag, 0) + PAD;
  if (tone === 'plan' && span !== null && inside + wide + PAD <= Math.min(span.to, end))
    return { adjustment, tone, flag, span, label: { x: inside, anchor: 'start' } };
  const beside = Math.max(span?.to ?? 0, flag + FLAG) + PAD;
  if (flag - PAD - wide >= 0 && (tone === 'wait' || beside + wide > end))
    return { adjustment, tone, flag, span, label: { x: flag - PAD, anchor: 'end' } };
  return { adjustment, tone, flag, span, label: { x: Math.max(0, Math.min(beside, end - wide)), anchor: 'start' } };
}

function spanOf(adjustment: AdjustmentSpan, tone: LaneTone, flag: number, x: DayScale, end: number): PlacedAdjustment['span'] {
  if (tone === 'settled') return null;
  // While a window is being resized the scale may still be the wider one for a frame.
  const running = (from: number) => ({ from, to: Math.max(from, end), open: true });
  if (tone === 'wait') return running(flag);
  if (adjustment.signedOn === null) return null;
  const from = Math.max(x(adjustment.signedOn, 0.5), flag + 4);
  if (adjustment.closedOn === null) return running(from);
  return { from, to: Math.max(from + 6, x(adjustment.closedOn, 1)), open: false };
}
