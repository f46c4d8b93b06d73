import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import styles from './Fault.module.css';

/** The software may lose the reader's work. The one thing, with form errors, that is red. */
export function Fault({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div role="alert" className={styles['fault']}>
      <TriangleAlert size={20} aria-hidden="true" />
      <p>{children}</p>
      {action}
    </div>
  );
}
