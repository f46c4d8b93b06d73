import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { panelWords } from './panel-words.ts';
import styles from './PanelStates.module.css';

/** One panel could not be had. Its neighbors stay. */
export function Unavailable({ children, onRetry }: { children: ReactNode; onRetry?: (() => void) | undefined }) {
  return (
    <div className={styles['state']} data-state="unavailable">
      <p>{children}</p>
      {onRetry && <Button onClick={onRetry}>{panelWords.tryAgain}</Button>}
    </div>
  );
}
