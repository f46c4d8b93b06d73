import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Disclosure.module.css';

type DisclosureProps = {
  title: ReactNode;
  /** Said beside the title while folded. */
  beside?: ReactNode;
  /** `row` is a folded row of a list, 44 high; `line` sits below a figure. */
  look?: 'row' | 'line';
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  children: ReactNode;
};

export function Disclosure({ title, beside, look = 'row', open, onToggle, children }: DisclosureProps) {
  return (
    <details
      className={classNames(styles['disclosure'], styles[look])}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className={styles['summary']}>
        <ChevronRight className={styles['chevron']} size={16} aria-hidden="true" />
        <span className={styles['title']}>{title}</span>
        {beside !== undefined && <span className={styles['beside']}>{beside}</span>}
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  );
}
