import styles from './GoalLadders.module.css';

const PITCH = 20;
const STEP = 5;
const CENTER = 13;

type GoalLaddersProps = {
  /** One ladder a goal; null where the goal has no rating yet. */
  levels: readonly (number | null)[];
  /** "3 goals: +1, 0, 0" */
  label: string;
};

const yOf = (level: number): number => CENTER - Math.max(-2, Math.min(2, level)) * STEP;

/** Goal attainment from -2 to +2, the long rung is what was expected. */
export function GoalLadders({ levels, label }: GoalLaddersProps) {
  const width = Math.max(1, levels.length) * PITCH - 6;
  return (
    <svg className={styles['ladders']} role="img" aria-label={label} width={width} height={26} viewBox={`0 0 ${width} 26`}>
      {levels.map((level, index) => {
        const x = index * PITCH + 7;
        return (
          <g key={index}>
            {[-2, -1, 1, 2].map((rung) => (
              <path key={rung} className={styles['rung']} d={`M${x - 3} ${yOf(rung)}h6`} />
            ))}
            <path className={styles['expected']} d={`M${x - 7} ${yOf(0)}h14`} />
            {level !== null && <rect className={styles['level']} x={x - 3} y={yOf(level) - 3} width={6} height={6} />}
          </g>
        );
      })}
    </svg>
  );
}
