import type { ReactNode } from 'react';
import { panelWords } from './panel-words.ts';
import styles from './Skeleton.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

type SkeletonProps = {
  /** What is being waited for, "screens". */
  what: string;
  rows?: number;
  rowHeight?: number;
  /** The true axis and labels of what is coming, where they are known. */
  children?: ReactNode;
};

/** Drawn only after 300 ms, and still: a quick answer never flashes, a slow one never shimmers. */
export function Skeleton({ what, rows = 3, rowHeight = 44, children }: SkeletonProps) {
  return (
    <div className={styles['skeleton']} aria-busy="true">
      <VisuallyHidden>{panelWords.loading(what)}</VisuallyHidden>
      {children ??
        Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles['row']} style={{ height: rowHeight }}>
            <span className={styles['bar']} />
          </div>
        ))}
    </div>
  );
}
