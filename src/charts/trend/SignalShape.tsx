import type { Signal } from './trend-scale.ts';
import styles from './SignalShape.module.css';

/** A signal told by its shape first: dot common, triangle better, diamond worse, square a change without direction. */
export function SignalShape({ signal, x, y, size = 8 }: { signal: Signal; x: number; y: number; size?: number }) {
  const half = size / 2;
  switch (signal) {
    case 'common':
      return <circle className={styles['common']} cx={x} cy={y} r={size * 0.19} />;
    case 'improve':
      return <path className={styles['improve']} d={`M${x} ${y - half}L${x + half} ${y + half * 0.8}H${x - half}Z`} />;
    case 'concern':
      return <path className={styles['concern']} d={`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`} />;
    case 'neutral':
      return <rect className={styles['common']} x={x - half * 0.75} y={y - half * 0.75} width={size * 0.75} height={size * 0.75} />;
  }
  signal satisfies never;
}
