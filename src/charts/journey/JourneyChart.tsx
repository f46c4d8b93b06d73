import { useId } from 'react';
import { Bar, ComposedChart, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { Journey, WeekOfCare } from '#domain/clients/journey.ts';
import { figureWords } from '../figure/figure-words.ts';
import { barWidth } from './hours-track.ts';
import { HoursGrid } from './HoursGrid.tsx';
import type { JourneyLayout } from './journey-layout.ts';
import { JourneyLayer } from './JourneyLayer.tsx';
import { dayIndex } from './time-axis.ts';
import { WeekBar } from './WeekBar.tsx';

/** Recharts puts bars at 300. */
const ABOVE_BARS = 400;
const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

/** One chart gives the time axis and the weekly bars; every other track is one layer inside it, on the same scale. */
export function JourneyChart({ journey, layout }: { journey: Journey; layout: JourneyLayout }) {
  const patterns = useId();
  const { axis, tracks } = layout;
  const bars = layout.facts.weeks.map((week) => ({ week, middle: dayIndex(axis, week.week) + 3.5, delivered: week.delivered ?? 0 }));
  return (
    <ComposedChart
      data={bars}
      width={axis.width}
      height={tracks.height}
      margin={NO_MARGIN}
      accessibilityLayer={false}
      role="img"
      aria-label={figureWords.chart}
    >
      <XAxis dataKey="middle" type="number" domain={[0, axis.days]} allowDataOverflow hide tick={false} />
      <YAxis type="number" domain={[...layout.domain]} allowDataOverflow hide tick={false} />
      <HoursGrid layout={layout} />
      <Bar
        dataKey="delivered"
        isAnimationActive={false}
        barSize={barWidth(axis.pitch)}
        shape={({ y, height, payload }: { y?: number; height?: number; payload?: { week: WeekOfCare } }) =>
          payload === undefined ? null : (
            <WeekBar
              week={payload.week}
              journey={journey}
              axis={axis}
              top={y ?? 0}
              height={height ?? 0}
              perHour={perHour(layout)}
              patterns={patterns}
            />
          )
        }
      />
      <ZIndexLayer zIndex={ABOVE_BARS}>
        <JourneyLayer journey={journey} layout={layout} patterns={patterns} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

/** Pixels an hour. */
const perHour = ({ tracks, domain }: JourneyLayout): number => tracks.height / (domain[1] - domain[0]);
