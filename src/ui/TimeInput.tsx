import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Control.module.css';

/** The browser's own time field, on a clock of 24 hours inside and whatever the person's machine shows outside. */
export function TimeInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...rest} type="time" step={300} className={classNames(styles['control'], className)} />;
}
