import { useYAxisScale } from 'recharts';
import styles from './hours.module.css';
import type { JourneyLayout } from './journey-layout.ts';
import { bottomOf } from './tracks.ts';

/** The hairlines behind the bars. */
export function HoursGrid({ layout }: { layout: JourneyLayout }) {
  const up = useYAxisScale();
  if (up === undefined) return null;
  const { axis, tracks, hoursTop } = layout;
  return (
    <g>
      {[hoursTop / 2, hoursTop].map((hours) => (
        <path key={hours} className={styles['grid']} d={`M0 ${up(hours) ?? 0}H${axis.width}`} />
      ))}
      <path className={styles['foot']} d={`M0 ${bottomOf(tracks.hours)}H${axis.width}`} />
    </g>
  );
}
