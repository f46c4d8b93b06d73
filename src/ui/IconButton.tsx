import type { ComponentProps, ReactNode } from 'react';
import { buttonLook, type ButtonTone } from './button-look.ts';
import { classNames } from './class-names.ts';
import styles from './IconButton.module.css';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & { label: string; icon: ReactNode; tone?: ButtonTone };

export function IconButton({ label, icon, tone = 'plain', className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} aria-label={label} title={label} className={classNames(buttonLook(tone), styles['square'], className)}>
      {icon}
    </button>
  );
}
