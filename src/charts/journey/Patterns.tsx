import styles from './Patterns.module.css';

/** Half a mark: one on the first day reaches over the edge. */
const MARK = 6;

/** Excused and leave: hatched at 45 degrees. Telehealth: stripes. And the edge of the plot. */
export function Patterns({ id, width, height }: { id: string; width: number; height: number }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={styles['paper']} width={5} height={5} />
        <path className={styles['hatch']} d="M0 0V5" />
      </pattern>
      <pattern id={`${id}-stripe`} width={4} height={4} patternUnits="userSpaceOnUse">
        <path className={styles['stripe']} d="M0 1H4" />
      </pattern>
      <clipPath id={`${id}-plot`}>
        <rect y={-4} width={width} height={height + 8} />
      </clipPath>
      <clipPath id={`${id}-marks`}>
        <rect x={-MARK} width={width + 2 * MARK} height={height} />
      </clipPath>
    </defs>
  );
}
