import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Control.module.css';

/** `look="count"` is the big square box into which one number is typed. */
export function TextInput({ look, className, type = 'text', ...rest }: ComponentProps<'input'> & { look?: 'count' | undefined }) {
  return <input {...rest} type={type} className={classNames(styles['control'], look === 'count' && styles['count'], className)} />;
}
