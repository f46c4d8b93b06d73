import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Control.module.css';

/** `voice="words"` is for what a person said, set in serif like a quotation. */
export function TextArea({ voice, className, rows = 3, ...rest }: ComponentProps<'textarea'> & { voice?: 'words' | undefined }) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={classNames(styles['control'], styles['area'], voice === 'words' && styles['words'], className)}
    />
  );
}
