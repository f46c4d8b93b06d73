import type { ChartMark } from '#contract/chart-marks-shown.ts';
import { dayAt, type Zone } from '#domain/calendar/calendar.ts';
import { changeTo, measureDirections } from '#domain/cohort/trends.ts';
import { isOnChart, type ChartScope, type StoredMark } from './chart-records.rows.ts';

/** The marks of charts as people read them: by whom, on which day, and what the chart said where it was rebased. */
export const marksShown = (marks: readonly StoredMark[], scope: ChartScope, zone: Zone): ChartMark[] =>
  marks.map((mark) => ({
    id: mark.id,
    measure: mark.measure,
    kind: mark.kind,
    week: mark.week,
    text: mark.text,
    change: mark.signal_side === null ? null : changeTo(mark.signal_side, measureDirections[mark.measure]),
    by: mark.author,
    on: dayAt(mark.at, zone),
    programs: mark.programs,
    site: mark.site,
    here: isOnChart(mark, scope),
    withdrawn:
      mark.withdrawn_at === null
        ? null
        : { by: mark.withdrawn_by_name ?? '', on: dayAt(mark.withdrawn_at, zone), because: mark.withdrawn_because ?? '' },
  }));
