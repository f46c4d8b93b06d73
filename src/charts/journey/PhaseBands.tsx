import { addDays } from '#domain/calendar/calendar.ts';
import { journeyLabels } from './journey-words.ts';
import type { LayerProps } from './layer-props.ts';
import { textWidth } from './text-width.ts';
import styles from './tracks.module.css';

/** The phases as steps of one tint, their starts dotted through every track, leave hatched, the days ahead outlined. */
export function PhaseBands({ journey, layout, x, patterns }: LayerProps & { patterns: string }) {
  const { axis, tracks } = layout;
  const { top, height } = tracks.phase;
  const end = Math.min(x(journey.today), axis.width);
  const within = (at: number): number => Math.max(0, Math.min(at, axis.width));
  return (
    <g>
      {journey.phases.map((phase) => {
        const from = within(x(phase.from));
        const to = phase.to === null ? end : within(x(addDays(phase.to, 1)));
        if (to <= from) return null;
        const name = `${phase.number} ${phase.name}`;
        const shown = textWidth(name, 13) + 14 < to - from ? name : String(phase.number);
        return (
          <g key={phase.from} data-mark="phase">
            <rect className={styles[`phase${Math.min(4, Math.max(1, phase.number))}`]} x={from} y={top} width={to - from} height={height} />
            <text className={styles['phaseText']} x={from + 8} y={top + 16.5}>
              {shown}
            </text>
          </g>
        );
      })}
      {end < axis.width - 2 && (
        <rect className={styles['ahead']} x={end + 0.5} y={top + 0.5} width={axis.width - end - 1} height={height - 1} />
      )}
      {journey.leaves.map((leave) => {
        const from = within(x(leave.from));
        const to = leave.to === null ? end : within(x(addDays(leave.to, 1)));
        return to <= from ? null : (
          <g key={leave.from}>
            <rect className={styles['leave']} fill={`url(#${patterns}-hatch)`} x={from} y={top} width={to - from} height={height} />
            <text className={styles['leaveText']} x={from + 6} y={top + 16}>
              {journeyLabels.onLeave}
            </text>
          </g>
        );
      })}
      {journey.phases.slice(1).map((phase) => {
        const at = x(phase.from);
        return at <= 0 || at >= axis.width ? null : (
          <path key={phase.from} className={styles['boundary']} d={`M${at} ${top}V${tracks.axis.top}`} />
        );
      })}
    </g>
  );
}
