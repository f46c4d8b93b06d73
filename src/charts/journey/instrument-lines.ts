import { changeSinceAdmission, instrumentOf } from '#domain/instruments/instruments.ts';
import { changeWords } from '#domain/instruments/words.ts';
import type { InstrumentLine } from '#domain/clients/journey.ts';
import { textWidth } from './text-width.ts';
import type { Band } from './tracks.ts';
import type { DayScale } from './time-axis.ts';

const HEAD = 4;
const FOOT = 10;

export type CutOff = { readonly score: number; readonly name: string };

export type InstrumentDrawing = {
  readonly points: readonly { readonly x: number; readonly y: number; readonly score: number; readonly item9: number | null }[];
  readonly change: { readonly text: string; readonly y: number } | null;
};

/** Published cut-offs by name; a cut-off without a name of its own is called that. */
export const cutOffsOf = (instrument: string): readonly CutOff[] =>
  (instrumentOf(instrument)?.bands ?? [])
    .filter((band) => band.from > 0)
    .map((band) => ({ score: band.from, name: band.name.includes('cut-off') ? 'cut-off' : band.name }));

/** An instrument we don't know has room above its highest score. */
const maximumOf = (line: InstrumentLine): number =>
  instrumentOf(line.instrument)?.maximum ?? Math.max(1, ...line.scores.map((score) => score.score)) * 1.3;

function heightIn(line: InstrumentLine, band: Band): (score: number) => number {
  const maximum = maximumOf(line);
  return (score) => band.top + HEAD + (1 - score / maximum) * (band.height - HEAD - FOOT);
}

export function cutOffLines(line: InstrumentLine, band: Band): readonly (CutOff & { readonly y: number })[] {
  const y = heightIn(line, band);
  return cutOffsOf(line.instrument).map((cutOff) => ({ ...cutOff, y: y(cutOff.score) }));
}

export function instrumentDrawing(line: InstrumentLine, x: DayScale, band: Band, end: number, room: number): InstrumentDrawing {
  const y = heightIn(line, band);
  const points = line.scores
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map((score) => ({ x: x(score.on, 0.5), y: y(score.score), score: score.score, item9: score.item9 }));
  return { points, change: changeLabel(line, points, band, end, room) };
}

/** At the top right, or at the foot where the line or a score above its point runs through there. */
function changeLabel(
  line: InstrumentLine,
  points: InstrumentDrawing['points'],
  band: Band,
  end: number,
  room: number,
): InstrumentDrawing['change'] {
  const change = changeSinceAdmission(line.instrument, line.scores);
  if (change === null) return null;
  const full = changeWords(change, instrumentOf(line.instrument)?.reliableChange ?? null);
  const text = textWidth(full, 13) + 24 < room ? full : `${change.from} to ${change.to}`;
  const left = end - textWidth(text, 13) - 16;
  const crowded = points.some((point) => point.x > left && point.y < band.top + 42);
  return { text, y: crowded ? band.top + band.height - 6 : band.top + 20 };
}
