import type { ComponentProps, ReactNode } from 'react';
import styles from './Choice.module.css';
import { classNames } from './class-names.ts';

type CheckRowProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & { children: ReactNode };

/** One box to tick, with its words as the target. */
export function CheckRow({ children, className, ...rest }: CheckRowProps) {
  return (
    <label className={classNames(styles['choice'], className)}>
      <input {...rest} type="checkbox" className={styles['box']} />
      <span>{children}</span>
    </label>
  );
}
