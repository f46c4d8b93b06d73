import styles from './icons.module.css';

export type Assurance = 'will-meet' | 'will-miss' | 'may-or-may-not' | 'no-target';

const drawings: Record<Exclude<Assurance, 'no-target'>, { target: number; process: string }> = {
  'will-meet': { target: 18, process: 'M8 11.5L11 9L14 11.5L17 9L20 11' },
  'will-miss': { target: 9, process: 'M8 18.5L11 16L14 18.5L17 16L20 18' },
  'may-or-may-not': { target: 14, process: 'M7 17.5L10 10.5L13 18L16.5 10L19 17L21 12' },
};

/** Where the usual range of a process lies against its target, the double line. Decorative: the words beside it say the same. */
export function AssuranceIcon({ assurance }: { assurance: Assurance }) {
  if (assurance === 'no-target') {
    return (
      <svg className={styles['icon']} width={28} height={28} viewBox="0 0 28 28" aria-hidden="true">
        <circle className={styles['none']} cx={14} cy={14} r={13} />
      </svg>
    );
  }
  const { target, process } = drawings[assurance];
  return (
    <svg className={styles['icon']} width={28} height={28} viewBox="0 0 28 28" aria-hidden="true">
      <circle className={styles['ring']} cx={14} cy={14} r={13} />
      <path className={styles['target']} d={`M5 ${target - 1.2}H23M5 ${target + 1.2}H23`} />
      <path className={styles['process']} d={process} />
    </svg>
  );
}
