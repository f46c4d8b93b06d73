import type { MarkCode } from '#domain/drug-screens/interpret.ts';
import styles from './Mark.module.css';
import { MarkShape } from './MarkShape.tsx';

type MarkProps = {
  code: MarkCode;
  size?: number;
  presumptive?: boolean;
  /** What a screen reader says. Left out where words beside the mark say it already. */
  label?: string | undefined;
};

/** A mark in a line of text or a cell. Shape is the result, color is whether the team has answered. */
export function Mark({ code, size = 14, presumptive = false, label }: MarkProps) {
  const drawn = Math.max(11, size);
  const box = Math.ceil(drawn * 1.25);
  const voice = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg {...voice} className={styles['mark']} width={box} height={box} viewBox={`${-box / 2} ${-box / 2} ${box} ${box}`}>
      <MarkShape code={code} x={0} y={0} size={drawn} presumptive={presumptive} />
    </svg>
  );
}
