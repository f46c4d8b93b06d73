import { useDeferredValue } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { Journey } from '#domain/clients/journey.ts';
import { AdjustmentTrack } from './AdjustmentTrack.tsx';
import { DateHead } from './DateHead.tsx';
import { GoalTracks } from './GoalTracks.tsx';
import { HoursTrack } from './HoursTrack.tsx';
import { InstrumentTracks } from './InstrumentTracks.tsx';
import type { JourneyLayout } from './journey-layout.ts';
import { Patterns } from './Patterns.tsx';
import { PhaseBands } from './PhaseBands.tsx';
import { ScreenMatrix } from './ScreenMatrix.tsx';
import { dayIndex, type DayScale } from './time-axis.ts';

/** Everything but the bars, drawn in one go on the chart's own scales. */
export function JourneyLayer({ journey, layout, patterns }: { journey: Journey; layout: JourneyLayout; patterns: string }) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const area = usePlotArea();
  // The chart tells its scales in the middle of laying itself out, and would draw a thousand marks before it gives way.
  const drawn = useDeferredValue(across !== undefined, false);
  if (!drawn || across === undefined || up === undefined || area === undefined) return null;
  const x: DayScale = (on, part = 0) => across(dayIndex(layout.axis, on) + part) ?? 0;
  const y = (hours: number): number => up(hours) ?? 0;
  const track = { journey, layout, x };
  return (
    <g>
      <Patterns id={patterns} width={area.width} height={area.height} />
      <g clipPath={`url(#${patterns}-plot)`}>
        <PhaseBands {...track} patterns={patterns} />
        <HoursTrack {...track} y={y} />
        <AdjustmentTrack {...track} />
        <GoalTracks {...track} />
        <InstrumentTracks {...track} />
      </g>
      <g clipPath={`url(#${patterns}-marks)`}>
        <ScreenMatrix {...track} />
      </g>
      <DateHead {...track} />
    </g>
  );
}
