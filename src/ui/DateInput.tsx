import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Control.module.css';

/** The browser's own date field: a keyboard, a picker and a screen reader already know it. */
export function DateInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...rest} type="date" className={classNames(styles['control'], className)} />;
}
