import { addDays } from '#domain/calendar/calendar.ts';
import { hourNumber } from '#domain/attendance/words.ts';
import styles from './hours.module.css';
import { prescribedSteps, type PrescribedStep } from './hours-track.ts';
import { journeyLabels } from './journey-words.ts';
import type { LayerProps } from './layer-props.ts';
import { textWidth } from './text-width.ts';

type HoursTrackProps = LayerProps & { y: (hours: number) => number };

/** The prescribed hours as a step line. Paper is kept free above it and not below, so that full bars touch it. */
export function HoursTrack({ layout, x, y }: HoursTrackProps) {
  const steps = prescribedSteps(layout.facts.weeks);
  return (
    <g>
      {steps.map((step, index) => {
        const [from, to] = [x(step.from), x(addDays(step.from, step.weeks * 7))];
        const last = steps[index - 1];
        const joins = last !== undefined && addDays(last.from, last.weeks * 7) === step.from;
        const text = labelFor(step, index === 0, to - from);
        return (
          <g key={step.from}>
            <path className={styles['halo']} d={`M${from} ${y(step.hours) - 2.4}H${to}`} />
            <path className={styles['prescribed']} d={`M${from} ${joins ? `${y(last.hours)}V` : ''}${y(step.hours)}H${to}`} />
            {text !== null && (
              <text className={styles['prescribedText']} x={from + 4} y={y(step.hours) - 6}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function labelFor(step: PrescribedStep, first: boolean, room: number): string | null {
  const full = journeyLabels.prescribed(step.hours, first);
  if (textWidth(full, 12) + 10 < room) return full;
  return textWidth(`${hourNumber(step.hours)} h`, 12) + 8 < room ? journeyLabels.prescribed(step.hours, false) : null;
}
