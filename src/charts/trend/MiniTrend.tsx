import styles from './MiniTrend.module.css';
import { SignalShape } from './SignalShape.tsx';
import { lineKinds, runsOf, steppedPath, trendScale, type TrendLines, type TrendPoint } from './trend-scale.ts';

const WIDTH = 224;
const HEIGHT = 40;
const INSET = 4;
/** Above the chart, for the numbers of its marks. */
const LANE = 16;

/** Something said at a moment of the chart's time, 0 to 1, by the number of its words. A rebase parts two stretches; a note doesn't. */
export type TrendMark = { readonly at: number; readonly number: number; readonly rebase: boolean };

type MiniTrendProps = { points: readonly TrendPoint[]; lines: TrendLines; marks: readonly TrendMark[]; label: string };

/** Half a year beside a measure: mean solid, limits dashed, on trial dotted, target a double line. Limits step with the number of events. */
export function MiniTrend({ points, lines, marks, label }: MiniTrendProps) {
  const y = trendScale(points, lines, HEIGHT, 6);
  const x = (share: number) => INSET + share * (WIDTH - 2 * INSET);
  const runs = runsOf(points, WIDTH, INSET, y);
  const last = runs.at(-1)?.at(-1);
  const top = marks.length > 0 ? LANE : 0;
  return (
    <svg
      className={styles['trend']}
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT + top}
      viewBox={`0 ${-top} ${WIDTH} ${HEIGHT + top}`}
    >
      {lineKinds.map((kind) => (
        <g key={kind} className={styles[kind === 'mean' ? 'mean' : 'limit']}>
          <path d={steppedPath(points, kind, false, { x, y })} />
          <path className={styles['trial']} d={steppedPath(points, kind, true, { x, y })} />
        </g>
      ))}
      {lines.median !== null && <path className={styles['median']} d={`M0 ${y(lines.median)}H${WIDTH}`} />}
      {lines.target !== null && (
        <path className={styles['target']} d={`M0 ${y(lines.target) - 1.4}H${WIDTH}M0 ${y(lines.target) + 1.4}H${WIDTH}`} />
      )}
      {marks.map((mark) => (
        <g key={mark.number} data-note={mark.rebase ? 'rebase' : 'note'}>
          <path className={styles[mark.rebase ? 'rebase' : 'note']} d={`M${x(mark.at)} -2V${HEIGHT}`} />
          <text className={styles['number']} x={x(mark.at)} y={-5}>
            {mark.number}
          </text>
        </g>
      ))}
      {runs.map((run) => (
        <path key={run[0]?.x} className={styles['line']} d={`M${run.map((point) => `${point.x} ${point.y}`).join('L')}`} />
      ))}
      {runs.flat().map((point) => (
        <SignalShape key={point.x} signal={point.signal} x={point.x} y={point.y} />
      ))}
      {last?.signal === 'common' && <SignalShape signal="common" x={last.x} y={last.y} size={14} />}
    </svg>
  );
}
