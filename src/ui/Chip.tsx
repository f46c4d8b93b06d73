import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Chip.module.css';

/** `wait` is what the team owes, outlined; lateness is said in the words, never shaded darker. */
export function Chip({ tone = 'plain', children }: { tone?: 'wait' | 'plan' | 'plain'; children: ReactNode }) {
  return <span className={classNames(styles['chip'], styles[tone])}>{children}</span>;
}
