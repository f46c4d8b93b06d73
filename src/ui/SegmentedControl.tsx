import type { ReactNode } from 'react';
import styles from './SegmentedControl.module.css';

export type Segment = { readonly value: string; readonly label: string; readonly current: boolean; readonly disabled?: boolean };
/** What a link needs to look and speak like a segment. */
export type SegmentLook = { className: string | undefined; 'aria-current'?: 'true'; children: string };

type SegmentedControlProps = {
  label: string;
  segments: readonly Segment[];
  /** Buttons, each telling its value. */
  onChoose?: (value: string) => void;
  /** Links instead of buttons, where the choice lives in the address. */
  renderLink?: (segment: Segment, look: SegmentLook) => ReactNode;
};

export function SegmentedControl({ label, segments, onChoose, renderLink }: SegmentedControlProps) {
  return (
    <div role="group" aria-label={label} className={styles['group']}>
      {segments.map((segment) =>
        renderLink ? (
          <span key={segment.value} className={styles['slot']}>
            {renderLink(segment, {
              className: styles['segment'],
              children: segment.label,
              ...(segment.current && { 'aria-current': 'true' as const }),
            })}
          </span>
        ) : (
          <span key={segment.value} className={styles['slot']}>
            <button
              type="button"
              className={styles['segment']}
              aria-pressed={segment.current}
              disabled={segment.disabled}
              onClick={() => onChoose?.(segment.value)}
            >
              {segment.label}
            </button>
          </span>
        ),
      )}
    </div>
  );
}
