import { SignalShape } from './SignalShape.tsx';
import type { Signal } from './trend-scale.ts';
import styles from './icons.module.css';

/** Decorative: the words beside it say the same. */
export function VariationIcon({ signal }: { signal: Signal }) {
  return (
    <svg className={styles['icon']} data-signal={signal} width={28} height={28} viewBox="0 0 28 28" aria-hidden="true">
      <circle className={styles['ring']} cx={14} cy={14} r={13} />
      {signal === 'common' ? (
        <>
          <path className={styles['line']} d="M6.5 12.5L11 17L16.5 12L21.5 15.5" />
          {[
            [6.5, 12.5],
            [11, 17],
            [16.5, 12],
            [21.5, 15.5],
          ].map(([x = 0, y = 0]) => (
            <SignalShape key={x} signal="common" x={x} y={y} size={9} />
          ))}
        </>
      ) : (
        <>
          <path className={styles['line']} d={signal === 'concern' ? 'M6 11C9 11 11.5 13 14 15' : 'M6 16.5C9 16.5 11.5 15.5 14 13.5'} />
          <SignalShape signal={signal} x={19} y={signal === 'concern' ? 16.5 : 11.5} size={9.5} />
        </>
      )}
    </svg>
  );
}
