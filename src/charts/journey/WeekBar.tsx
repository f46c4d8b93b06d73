import type { Journey, WeekOfCare } from '#domain/clients/journey.ts';
import { barWidth, isWeekSoFar, prescribedSteps } from './hours-track.ts';
import { journeyLabels } from './journey-words.ts';
import { dayScale, type TimeAxis } from './time-axis.ts';
import styles from './hours.module.css';

type WeekBarProps = {
  week: WeekOfCare;
  journey: Journey;
  axis: TimeAxis;
  top: number;
  height: number;
  perHour: number;
  patterns: string;
};

/** Delivered hours solid, telehealth striped, excused hatched above; a partial week has no top edge; unknown is a dotted foot. */
export function WeekBar({ week, journey, axis, top, height, perHour, patterns }: WeekBarProps) {
  const width = barWidth(axis.pitch);
  const x = dayScale(axis)(week.week) + (axis.pitch - width) / 2;
  const foot = top + height;
  if (week.delivered === null)
    return <path className={styles['unknown']} d={`M${x} ${foot - 1}h${width}`} data-mark="hours" data-state="unknown" />;
  // The words stand above the line of prescribed hours, which would strike them through.
  const line = foot - (prescribedSteps(journey.weeks).at(-1)?.hours ?? 0) * perHour;
  const telehealth = Math.min(height, week.telehealth * perHour);
  const excused = Math.min(week.excused, Math.max(0, (week.prescribed ?? 0) - week.delivered)) * perHour;
  return (
    <g data-mark="hours" data-state={week.partial ? 'partial' : 'full'}>
      {week.partial ? (
        <>
          <rect className={styles['soFarFill']} x={x} y={top} width={width} height={height} />
          <path className={styles['soFar']} d={`M${x + 0.75} ${top}V${foot}M${x + width - 0.75} ${top}V${foot}`} />
        </>
      ) : (
        <rect className={styles['bar']} x={x} y={top} width={width} height={height} />
      )}
      {telehealth > 0 && <rect fill={`url(#${patterns}-stripe)`} x={x} y={foot - telehealth} width={width} height={telehealth} />}
      {excused > 1 && (
        <rect
          className={styles['excused']}
          fill={`url(#${patterns}-hatch)`}
          x={x + 0.5}
          y={top - excused}
          width={width - 1}
          height={excused}
        />
      )}
      {isWeekSoFar(week, journey.today) && axis.pitch >= 36 && (
        <text className={styles['soFarText']} x={x + width / 2} y={Math.min(top, foot - 2, line) - 6}>
          {journeyLabels.soFar}
        </text>
      )}
    </g>
  );
}
