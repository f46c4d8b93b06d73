import type { ReactNode } from 'react';
import styles from './PanelStates.module.css';

/** Nothing here yet, or nothing that the filters let through: says so, and what comes next. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['state']}>
      <p>{children}</p>
      {action}
    </div>
  );
}
