import { dayMonth } from '#domain/calendar/words.ts';
import { journeyLabels } from './journey-words.ts';
import type { LayerProps } from './layer-props.ts';
import { weekTicks } from './time-axis.ts';
import styles from './tracks.module.css';
import { bottomOf, middleOf } from './tracks.ts';

const TODAY_ROOM = 48;

/** Mondays above, the weeks of care below, and today as a line through everything. */
export function DateHead({ journey, layout, x }: LayerProps) {
  const { axis, tracks } = layout;
  const ticks = weekTicks(axis, journey.from);
  const today = x(journey.today);
  const shown = today >= 0 && today <= axis.width;
  const atEnd = today > axis.width - TODAY_ROOM;
  const clear = (at: number): boolean =>
    !shown || Math.abs(at - (atEnd ? today - TODAY_ROOM : today)) > TODAY_ROOM || at < today - TODAY_ROOM - 10;
  const foot = tracks.axis.top;
  return (
    <g>
      {ticks
        .filter((tick) => tick.major && clear(x(tick.week)))
        .map((tick) => (
          <text key={tick.week} className={styles['axisText']} x={x(tick.week)} y={middleOf(tracks.head) + 4}>
            {dayMonth(tick.week)}
          </text>
        ))}
      {ticks.map((tick) => (
        <path key={tick.week} className={styles['tick']} d={`M${x(tick.week) + 0.5} ${foot}v${tick.major ? 6 : 3}`} />
      ))}
      {ticks
        .filter((tick) => tick.major && x(tick.week) < axis.width - 30)
        .map((tick) => (
          <text key={tick.week} className={styles['axisText']} x={x(tick.week)} y={foot + 19}>
            {journeyLabels.week(tick.number)}
          </text>
        ))}
      {shown && (
        <>
          <text
            className={styles['todayText']}
            x={atEnd ? today - 3 : today + 2}
            y={middleOf(tracks.head) + 4}
            textAnchor={atEnd ? 'end' : 'start'}
          >
            {journeyLabels.today}
          </text>
          <path className={styles['todayLine']} d={`M${today} ${tracks.phase.top - 4}V${bottomOf(tracks.axis) - tracks.axis.height + 6}`} />
        </>
      )}
    </g>
  );
}
