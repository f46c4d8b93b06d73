import styles from './Button.module.css';
import { classNames } from './class-names.ts';

export type ButtonTone = 'primary' | 'plain' | 'quiet';
export type ButtonSize = 'control' | 'field' | 'touch';

/** The class of a button, for a link that should look like one. */
export const buttonLook = (tone: ButtonTone = 'plain', size: ButtonSize = 'control'): string =>
  classNames(styles['button'], styles[tone], styles[size]);
