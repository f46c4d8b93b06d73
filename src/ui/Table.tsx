import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Table.module.css';

type TableProps = {
  caption: string;
  captionHidden?: boolean;
  /** `compact` is the twin of a chart: rows of 22. */
  look?: 'rows' | 'compact';
  className?: string | undefined;
  children: ReactNode;
};

/** A native table. Wider than its place it scrolls by itself, and the keyboard can scroll it. Number cells carry `data-number`. */
export function Table({ caption, captionHidden = true, look = 'rows', className, children }: TableProps) {
  return (
    <div className={styles['scroll']} role="region" aria-label={caption} tabIndex={0}>
      <table className={classNames(styles['table'], styles[look], className)}>
        <caption className={classNames(captionHidden ? styles['hidden'] : styles['caption'])}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
