import styles from './MiniTrend.module.css';
import { SignalShape } from './SignalShape.tsx';
import { runsOf, trendScale, type TrendLines, type TrendPoint } from './trend-scale.ts';

const WIDTH = 224;
const HEIGHT = 40;
const INSET = 4;

type MiniTrendProps = { points: readonly TrendPoint[]; lines: TrendLines; label: string };

/** 26 weeks beside a measure: mean solid, limits dashed, target a double line. */
export function MiniTrend({ points, lines, label }: MiniTrendProps) {
  const y = trendScale(points, lines, HEIGHT, 6);
  const runs = runsOf(points, WIDTH, INSET, y);
  const last = runs.at(-1)?.at(-1);
  return (
    <svg className={styles['trend']} role="img" aria-label={label} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <Across className={styles['limit']} at={lines.lower} y={y} />
      <Across className={styles['limit']} at={lines.upper} y={y} />
      <Across className={styles['mean']} at={lines.mean} y={y} />
      <Across className={styles['target']} at={lines.target} y={y} shift={-1.4} />
      <Across className={styles['target']} at={lines.target} y={y} shift={1.4} />
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

type AcrossProps = { className: string | undefined; at: number | null; y: (value: number) => number; shift?: number };

function Across({ className, at, y, shift = 0 }: AcrossProps) {
  return at === null ? null : <path className={className} d={`M0 ${y(at) + shift}H${WIDTH}`} />;
}
