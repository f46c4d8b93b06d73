import type { Change, Worsening } from './instruments.ts';
import { dayMonth } from '#domain/calendar/words.ts';

/** '19 to 7 since admission: a reliable change (6 or more)' */
export function changeWords(change: Change, least: number | null): string {
  const moved = `${change.from} to ${change.to} since admission`;
  if (change.reliable === null || least === null) return moved;
  return `${moved}: a reliable change (${least} or more)${change.reliable === 'worse' ? ', upwards' : ''}`;
}

/** 'PHQ-9 up 6 since 2 Nov, to 17.' */
export const worseningWords = (instrument: string, { by, since, score }: Worsening): string =>
  `${instrument} up ${by} since ${dayMonth(since)}, to ${score}.`;
