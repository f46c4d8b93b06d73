import * as z from 'zod/mini';
import { markKinds } from '#domain/cohort/chart-marks.ts';
import { measureKinds } from '#domain/cohort/measures.ts';
import { changesRebased } from '#domain/cohort/trends.ts';
import { DayOut, Id } from './scalars.ts';

/** A note at a week of one measure, or the week from which on its process was said to run differently. */
export const ChartMark = z.object({
  id: Id,
  measure: z.enum(measureKinds),
  kind: z.enum(markKinds),
  week: DayOut,
  text: z.string(),
  /** What the chart said when it was rebased; null for a note. */
  change: z.nullable(z.enum(changesRebased)),
  by: z.string(),
  on: DayOut,
  /** The programs and the site of the chart that was marked; null for all sites. */
  programs: z.array(z.string()),
  site: z.nullable(z.string()),
  /** Whether these are the charts that were marked: others show it as a note. */
  here: z.boolean(),
  /** It is kept where it was taken back, and moves no limits any more. */
  withdrawn: z.nullable(z.object({ by: z.string(), on: DayOut, because: z.string() })),
});
export type ChartMark = z.infer<typeof ChartMark>;
