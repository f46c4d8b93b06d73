import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { GoalLine } from '#domain/clients/journey.ts';
import type { DayScale } from './time-axis.ts';

/** Pixels a level. */
export const LEVEL = 5;
/** A rating older than this is drawn faded. */
const FRESH_DAYS = 30;

export type GoalDrawing = {
  readonly points: readonly { readonly x: number; readonly level: number; readonly on: Day; readonly label: string | null }[];
  /** The step line, and where it fades because nobody has rated since. */
  readonly end: number;
  readonly fadesFrom: number | null;
};

/** '+1', '0', '−2' with a true minus sign. */
export const levelText = (level: number): string => (level > 0 ? `+${level}` : level < 0 ? `\u2212${-level}` : '0');

/** Points at the ratings, a label only where the level changes. */
export function goalDrawing(goal: GoalLine, x: DayScale, until: Day): GoalDrawing {
  const ratings = goal.ratings.filter((rating) => rating.on <= until).toSorted((a, b) => a.on.localeCompare(b.on));
  const last = ratings.at(-1);
  const fades = last !== undefined && addDays(last.on, FRESH_DAYS) < until;
  return {
    points: ratings.map((rating, index) => ({
      x: x(rating.on, 0.5),
      level: rating.level,
      on: rating.on,
      label: ratings[index - 1]?.level === rating.level ? null : levelText(rating.level),
    })),
    end: x(until, 0),
    fadesFrom: fades ? x(addDays(last.on, FRESH_DAYS), 0.5) : null,
  };
}

/** The line runs level to the day of a rating and steps there. */
export function goalPath(drawing: GoalDrawing, middle: number): string {
  const y = (level: number): number => middle - level * LEVEL;
  return drawing.points
    .map((point, index) => `${index === 0 ? 'M' : 'H'}${point.x}${index === 0 ? ` ${y(point.level)}` : `V${y(point.level)}`}`)
    .join('');
}
