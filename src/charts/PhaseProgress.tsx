import styles from './PhaseProgress.module.css';

const GAP = 3;
const WIDE = 18;

type PhaseProgressProps = {
  /** The phases of the program, and the one the client is in, from 1. */
  phases: number;
  current: number;
  criteria: { readonly met: number; readonly of: number };
  /** "Phase 2, week 5, 4 of 6 criteria" */
  label: string;
};

/** Done phases solid, the current one with a square for each criterion met, the next ones empty. */
export function PhaseProgress({ phases, current, criteria, label }: PhaseProgressProps) {
  const open = Math.max(WIDE, criteria.of * 7 + 3);
  const width = (phases - 1) * (WIDE + GAP) + open;
  const startOf = (phase: number): number => (phase - 1) * (WIDE + GAP) + (phase > current ? open - WIDE : 0);
  return (
    <svg className={styles['phases']} role="img" aria-label={label} width={width} height={12} viewBox={`0 0 ${width} 12`}>
      {Array.from({ length: phases }, (_, index) => index + 1).map((phase) => {
        const x = startOf(phase);
        if (phase < current) return <rect key={phase} className={styles['done']} x={x} y={1} width={WIDE} height={10} />;
        if (phase > current) return <rect key={phase} className={styles['next']} x={x + 0.5} y={1.5} width={WIDE - 1} height={9} />;
        return <Current key={phase} x={x} width={open} criteria={criteria} />;
      })}
    </svg>
  );
}

function Current({ x, width, criteria }: { x: number; width: number; criteria: PhaseProgressProps['criteria'] }) {
  return (
    <g>
      <rect className={styles['current']} x={x + 0.6} y={0.6} width={width - 1.2} height={10.8} />
      {Array.from({ length: criteria.of }, (_, index) =>
        index < criteria.met ? (
          <rect key={index} className={styles['done']} x={x + 2.5 + index * 7} y={3} width={5} height={6} />
        ) : (
          <path key={index} className={styles['unmet']} d={`M${x + 5 + index * 7} 3v6`} />
        ),
      )}
    </g>
  );
}
