import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Control.module.css';

export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={styles['selectBox']}>
      <select {...rest} className={classNames(styles['control'], styles['select'], className)}>
        {children}
      </select>
      <ChevronDown className={styles['chevron']} size={16} aria-hidden="true" />
    </span>
  );
}
