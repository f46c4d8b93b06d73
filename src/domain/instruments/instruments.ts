import { daysBetween, type Day } from '#domain/calendar/calendar.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

export type Score = { readonly on: Day; readonly score: number; readonly item9: number | null };

export type Band = { readonly from: number; readonly name: string };

export type Instrument = {
  readonly maximum: number;
  readonly bands: readonly Band[];
  /** Points by which a change is more than the instrument's own noise; null where none is published that we use. */
  readonly reliableChange: number | null;
};

/** Published bands: PHQ-9 Kroenke 2001, GAD-7 Spitzer 2006. Reliable change is the program's: 6 and 4 points. */
const instruments: Readonly<Record<string, Instrument>> = {
  'PHQ-9': {
    maximum: 27,
    bands: [
      { from: 0, name: 'minimal' },
      { from: 5, name: 'mild' },
      { from: 10, name: 'moderate' },
      { from: 15, name: 'moderately severe' },
      { from: 20, name: 'severe' },
    ],
    reliableChange: 6,
  },
  'GAD-7': {
    maximum: 21,
    bands: [
      { from: 0, name: 'minimal' },
      { from: 5, name: 'mild' },
      { from: 10, name: 'moderate' },
      { from: 15, name: 'severe' },
    ],
    reliableChange: 4,
  },
  // The BAM has cut-offs for its three scores and no verdict over all of them.
  'BAM use': { maximum: 12, bands: [{ from: 1, name: 'at or over the cut-off' }], reliableChange: null },
  'BAM risk': { maximum: 24, bands: [{ from: 12, name: 'at or over the cut-off' }], reliableChange: null },
  'BAM protective': {
    maximum: 24,
    bands: [
      { from: 0, name: 'at or under the cut-off' },
      { from: 13, name: 'over the cut-off' },
    ],
    reliableChange: null,
  },
};

export const instrumentOf = (name: string): Instrument | null => instruments[name] ?? null;

/** The published band of a score; null for an instrument we don't know, a score outside its range or one below every cut-off. */
export function bandOf(name: string, score: number): string | null {
  const instrument = instrumentOf(name);
  if (instrument === null || !Number.isInteger(score) || score < 0 || score > instrument.maximum) return null;
  return instrument.bands.findLast(({ from }) => score >= from)?.name ?? null;
}

const inTime = (scores: readonly Score[]): readonly Score[] => scores.toSorted((a, b) => (a.on < b.on ? -1 : 1));

export type Change = { readonly from: number; readonly to: number; readonly reliable: 'better' | 'worse' | null };

/** The latest score against the first, at admission; null with fewer than two. Lower is better. */
export function changeSinceAdmission(name: string, scores: readonly Score[]): Change | null {
  const [first, ...later] = inTime(scores);
  const last = later.at(-1);
  if (first === undefined || last === undefined) return null;
  const least = instrumentOf(name)?.reliableChange ?? null;
  const moved = last.score - first.score;
  if (least === null || Math.abs(moved) < least) return { from: first.score, to: last.score, reliable: null };
  return { from: first.score, to: last.score, reliable: moved < 0 ? 'better' : 'worse' };
}

export type Worsening = { readonly by: number; readonly since: Day; readonly score: number; readonly on: Day };

/** A reliable worsening: the latest score against the lowest of the 60 days before it (program rule); null where there is none. */
export function worseningOf(name: string, scores: readonly Score[], settings: ProgramSettings): Worsening | null {
  const least = instrumentOf(name)?.reliableChange ?? null;
  const last = inTime(scores).at(-1);
  if (least === null || last === undefined) return null;
  const recent = scores.filter(({ on }) => on < last.on && daysBetween(on, last.on) <= settings.worseOverDays);
  const lowest = recent.toSorted((a, b) => a.score - b.score || (a.on < b.on ? 1 : -1))[0];
  if (lowest === undefined || last.score - lowest.score < least) return null;
  return { by: last.score - lowest.score, since: lowest.on, score: last.score, on: last.on };
}
