import type { Journey } from '#domain/clients/journey.ts';
import type { JourneyLayout } from './journey-layout.ts';
import type { DayScale } from './time-axis.ts';

/** What every track of the drawing is given. `x` is the chart's own scale. */
export type LayerProps = { readonly journey: Journey; readonly layout: JourneyLayout; readonly x: DayScale };
