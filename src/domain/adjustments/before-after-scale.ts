import type { Compared, MeasureCompared } from './before-after.ts';
import { instrumentOf } from '#domain/instruments/instruments.ts';

const leastHours = 12;

/** The top of a measure's own scale, which always starts at 0: everything for a count, the instrument's maximum, at least 12 hours a week. */
function topOf({ measure, before, after }: MeasureCompared): number {
  const values = [before, after].map((side) => (side?.kind === 'number' ? side.value : 0));
  return measure === 'hours-a-week' ? Math.max(leastHours, ...values) : (instrumentOf(measure)?.maximum ?? 1);
}

/** Where one side stands on the measure's scale, 0 to 1. */
export const positionOn = (row: MeasureCompared, side: Compared): number =>
  side.kind === 'count' ? side.k / side.n : side.value / topOf(row);
