import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { panelWords } from './panel-words.ts';
import styles from './Stamp.module.css';

type StampProps = {
  /** "As of 8:02 am", "46 screens": joined with middle dots. */
  parts: readonly ReactNode[];
  stale?: boolean | undefined;
  onRetry?: (() => void) | undefined;
};

/** When the figures were true and what they rest on. Turns to the color of what is owed when it is stale. */
export function Stamp({ parts, stale, onRetry }: StampProps) {
  return (
    <span className={classNames(styles['stamp'], stale && styles['stale'])} data-stale={stale || undefined}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
      {stale && onRetry && (
        <button type="button" className={styles['retry']} onClick={onRetry}>
          {panelWords.retry}
        </button>
      )}
    </span>
  );
}
