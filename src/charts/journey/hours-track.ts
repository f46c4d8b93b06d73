import { weekOf, type Day } from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

/** Prescribed hours take four fifths of the track, so that more than prescribed still shows. */
const HEADROOM = 1.25;

/** The hours that the axis names at its top: the largest prescription, even, and at least 2. */
export function hoursAxisTop(weeks: readonly WeekOfCare[]): number {
  const prescribed = Math.max(0, ...weeks.map((week) => week.prescribed ?? 0));
  const delivered = Math.max(0, ...weeks.map((week) => (week.delivered ?? 0) / HEADROOM));
  return Math.max(2, Math.ceil(Math.max(prescribed, delivered) / 2) * 2);
}

/**
 * The domain that puts 0 at the foot of the hours track and the headroom at its top, on a value axis as high as the whole figure.
 * The bars can then share one chart with tracks that have other units.
 */
export function hoursDomain(top: number, track: { readonly top: number; readonly height: number }, figureHeight: number): [number, number] {
  const perPixel = (top * HEADROOM) / track.height;
  const foot = track.top + track.height;
  return [-(figureHeight - foot) * perPixel, foot * perPixel];
}

export type PrescribedStep = { readonly from: Day; readonly weeks: number; readonly hours: number };

/** Runs of weeks with the same prescription. A partial week is cut short, so it takes the prescription of the week beside it. */
export function prescribedSteps(weeks: readonly WeekOfCare[]): readonly PrescribedStep[] {
  const steps: { from: Day; weeks: number; hours: number }[] = [];
  weeks.forEach((week, index) => {
    const hours = wholePrescription(weeks, index);
    const last = steps.at(-1);
    if (hours === null) steps.push({ from: week.week, weeks: 1, hours: Number.NaN });
    else if (last?.hours === hours) last.weeks += 1;
    else steps.push({ from: week.week, weeks: 1, hours });
  });
  return steps.filter((step) => !Number.isNaN(step.hours));
}

function wholePrescription(weeks: readonly WeekOfCare[], index: number): number | null {
  const week = weeks[index];
  if (week === undefined) return null;
  if (!week.partial) return week.prescribed;
  const before = weeks.slice(0, index).findLast((one) => !one.partial && one.prescribed !== null);
  const after = weeks.slice(index + 1).find((one) => !one.partial && one.prescribed !== null);
  return (before ?? after ?? week).prescribed;
}

export const isWeekSoFar = (week: WeekOfCare, today: Day): boolean => week.partial && week.week === weekOf(today);

/** Three quarters of a week, and no wider than a bar should be where few weeks are shown. */
export const barWidth = (pitch: number): number => Math.min(pitch * 0.74, 44);
