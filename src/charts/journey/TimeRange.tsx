import { useState, type KeyboardEvent } from 'react';
import { dayInFull } from '#domain/calendar/words.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { journeyLabels } from './journey-words.ts';
import styles from './TimeRange.module.css';
import { dayIndex, timeAxis } from './time-axis.ts';

export type ShownDays = { readonly from: Day; readonly to: Day };

type TimeRangeProps = {
  /** The whole episode. */
  whole: ShownDays;
  shown: ShownDays;
  /** Called when a handle is let go, a key is released or the field is left: the choice lives in the address. */
  onShow: (days: ShownDays) => void;
  /** Fewest days that may be shown. */
  least?: number;
};

const WEEK = 7;

/** Two native sliders on one track: a day a step, a week with Shift. */
export function TimeRange({ whole, shown, onShow, least = 6 }: TimeRangeProps) {
  const [moving, setMoving] = useState<ShownDays | null>(null);
  const days = moving ?? shown;
  // The track has the whole weeks of the plot above it, so that a handle stands below its day.
  const axis = timeAxis(whole.from, whole.to, 1);
  const [first, last] = [dayIndex(axis, whole.from), dayIndex(axis, whole.to)];
  const [from, to] = [dayIndex(axis, days.from), dayIndex(axis, days.to)];

  const moveFrom = (at: number) => setMoving({ from: addDays(axis.start, Math.max(first, Math.min(at, to - least))), to: days.to });
  const moveTo = (at: number) => setMoving({ from: days.from, to: addDays(axis.start, Math.min(last, Math.max(at, from + least))) });
  const settle = () => {
    if (moving !== null) onShow(moving);
    setMoving(null);
  };

  const slider = (label: string, at: number, on: Day, move: (at: number) => void) => (
    <input
      type="range"
      className={styles['slider']}
      aria-label={label}
      aria-valuetext={dayInFull(on)}
      min={0}
      max={axis.days}
      step={1}
      value={at}
      onChange={(event) => move(event.currentTarget.valueAsNumber)}
      onKeyDown={(event) => weekStep(event, at, move)}
      onKeyUp={settle}
      onPointerUp={settle}
      onBlur={settle}
    />
  );

  return (
    <div className={styles['range']}>
      <span className={styles['label']} aria-hidden="true">
        {journeyLabels.range}
      </span>
      <div className={styles['track']}>
        <span className={styles['shown']} style={{ left: `${(from / axis.days) * 100}%`, right: `${100 - (to / axis.days) * 100}%` }} />
        {slider(journeyLabels.rangeFrom, from, days.from, moveFrom)}
        {slider(journeyLabels.rangeTo, to, days.to, moveTo)}
      </div>
    </div>
  );
}

function weekStep(event: KeyboardEvent, at: number, move: (at: number) => void) {
  const step =
    event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -WEEK : event.key === 'ArrowRight' || event.key === 'ArrowUp' ? WEEK : 0;
  if (!event.shiftKey || step === 0) return;
  event.preventDefault();
  move(at + step);
}
