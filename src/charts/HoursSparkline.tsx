import { barAt, type HoursBar, type HoursColumns } from '#domain/attendance/hours-columns.ts';
import styles from './HoursSparkline.module.css';

const HEIGHT = 24;
const WATERLINE = 8;
const FULL = HEIGHT - WATERLINE;
const PITCH = 8;
const BAR = 6;
const SHOWN = 12;
const WIDTH = SHOWN * PITCH;

type HoursSparklineProps = {
  /** Oldest first, at most twelve; where care is younger than that, the front stays empty. */
  hours: HoursColumns;
  /** The same facts in words: "Hours met prescribed in 9 of 12 weeks; last week 7.5 of 9." */
  label: string;
};

/** Delivered hours below the waterline of what was prescribed, 0 to 150 %, on the same scale in every row. */
export function HoursSparkline({ hours, label }: HoursSparklineProps) {
  const younger = SHOWN - hours.kinds.length;
  return (
    <svg className={styles['spark']} role="img" aria-label={label} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {Array.from({ length: SHOWN }, (_, index) => (
        <Week key={index} bar={barAt(hours, index - younger)} x={1 + index * PITCH} />
      ))}
      <path className={styles['waterline']} d={`M-1 ${WATERLINE}H${WIDTH + 1}`} />
    </svg>
  );
}

function Week({ bar, x }: { bar: HoursBar; x: number }) {
  if (bar.kind === 'unknown') return <path className={styles['unknown']} d={`M${x + 0.5} ${HEIGHT - 1}h${BAR}`} />;
  if (bar.kind === 'nothing-prescribed') return null;
  const top = HEIGHT - bar.delivered * FULL;
  const excusedTop = top - bar.excused * FULL;
  return (
    <g data-week={bar.kind}>
      {bar.kind === 'met' && <rect className={styles['met']} x={x} y={top} width={BAR} height={HEIGHT - top} />}
      {bar.kind === 'low' && (
        <rect
          className={styles['low']}
          x={x + 0.7}
          y={Math.min(top + 0.7, HEIGHT - 1.3)}
          width={BAR - 1.4}
          height={Math.max(0.6, HEIGHT - top - 1.4)}
        />
      )}
      {bar.kind === 'partial' && <path className={styles['low']} d={`M${x + 0.7} ${top}V${HEIGHT - 0.7}h${BAR - 1.4}V${top}`} />}
      {bar.excused > 0 && <path className={styles['excused']} d={hatch(x, excusedTop, top)} />}
    </g>
  );
}

/** Diagonals from the lower left to the upper right, 4 apart. */
function hatch(x: number, top: number, bottom: number): string {
  const lines = Math.max(1, Math.floor((bottom - top) / 4));
  const rise = Math.min(BAR, bottom - top);
  return Array.from({ length: lines }, (_, line) => `M${x} ${bottom - line * 4}l${BAR} ${-rise}`).join('');
}
