import type { ReactNode } from 'react';
import styles from './PanelStates.module.css';

/** Says which part of a panel is missing: "Showing 41 of 46. 5 lab results are pending." */
export function Partial({ children }: { children: ReactNode }) {
  return (
    <p className={styles['partial']}>
      <span className={styles['hatch']} aria-hidden="true" />
      {children}
    </p>
  );
}
