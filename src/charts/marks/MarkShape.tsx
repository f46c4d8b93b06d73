import type { MarkCode } from '#domain/drug-screens/interpret.ts';
import { takesTick, markLooks } from './mark-looks.ts';
import styles from './MarkShape.module.css';
import { outlineOf } from './outlines.tsx';

export type MarkShapeProps = {
  code: MarkCode;
  /** The centre of the mark. */
  x: number;
  y: number;
  /** Never drawn below 11. */
  size?: number | undefined;
  presumptive?: boolean | undefined;
  /** What the mark counts as where a figure's marks are counted against its table. */
  counts?: string | undefined;
};

/** A mark inside somebody else's drawing. */
export function MarkShape({ code, x, y, size = 12, presumptive = false, counts }: MarkShapeProps) {
  const drawn = Math.max(11, size);
  const { shape, tone } = markLooks[code];
  return (
    <g transform={`translate(${x} ${y})`} className={styles[tone]} data-state={code} data-shape={shape} data-mark={counts}>
      {outlineOf(shape, drawn)}
      {presumptive && takesTick(code) && <Tick size={drawn} />}
      {code !== 'E' && code !== 'R' && code !== '_' && (
        <text className={styles['code']} x={0} y={-drawn * 0.62}>
          {code}
        </text>
      )}
    </g>
  );
}

/** Three dots below a diamond: the laboratory hasn't confirmed it. */
function Tick({ size }: { size: number }) {
  const reach = size * 0.26;
  const dot = Math.max(1.4, size * 0.13);
  return (
    <g data-tick="presumptive">
      {[-reach, 0, reach].map((x) => (
        <rect key={x} className={styles['solid']} x={x - dot / 2} y={size * 0.76 - dot / 2} width={dot} height={dot} />
      ))}
    </g>
  );
}
