import type { Generated } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { MarkKind } from '#domain/cohort/chart-marks.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import type { PeriodLength } from '#domain/cohort/periods.ts';
import type { CountedReason, CountStatus } from '#domain/cohort/rows.ts';
import type { Side, SignalRule } from '#domain/statistics/control-charts.ts';
import type { Keyed, Owned } from './keys.ts';

export type CohortTables = {
  chart_mark: Keyed & {
    /** The programs of the chart, in the order of their ids. */
    program_ids: string[];
    site_id: string | null;
    measure: MeasureKind;
    kind: MarkKind;
    week: Day;
    text: string;
    signal_rule: SignalRule | null;
    signal_side: Side | null;
    signal_points: number | null;
    by: string;
    at: Generated<Instant>;
    withdrawn_by: string | null;
    withdrawn_at: Instant | null;
    withdrawn_because: string | null;
  };
  client_week: Owned & {
    client_id: string;
    episode_id: string;
    week: Day;
    over_at: Instant;
    prescribed: number | null;
    delivered: number | null;
    offered: number | null;
    count_status: CountStatus;
    reason: CountedReason | null;
    numerator: number;
    denominator: number;
  };
  chart_baseline: Owned & {
    /** Which chart, as `chartKey` names it. */
    chart: string;
    measure: MeasureKind;
    from_on: Day;
    to_on: Day;
    period_weeks: PeriodLength;
    mean: number;
    sigma: number | null;
    kept_on: Day;
  };
};
