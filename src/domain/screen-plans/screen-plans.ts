import type { ScreenPlan } from './draw-chance.ts';

/** The fewest screens a week, in halves, that a maximum gap asks for by itself: one in every gap. */
export const leastPerWeek = (maxGapDays: number): number => Math.ceil(14 / maxGapDays) / 2;

/** Whether the maximum gap is shorter than the interval that the rate gives on average, so that the two contradict each other. */
export const isGapTooShort = ({ perWeek, maxGapDays }: ScreenPlan): boolean => perWeek > 0 && perWeek * maxGapDays < 7;
