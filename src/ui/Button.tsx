import type { ComponentProps, ReactNode } from 'react';
import { buttonLook, type ButtonSize, type ButtonTone } from './button-look.ts';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';

type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  /** The key that does the same, shown on the button. */
  keyHint?: string | undefined;
};

export function Button({ tone = 'plain', size = 'control', icon, keyHint, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      aria-keyshortcuts={keyHint === undefined ? undefined : spokenKeys(keyHint)}
      {...rest}
      type={type}
      className={classNames(buttonLook(tone, size), className)}
    >
      {icon}
      <span>{children}</span>
      {keyHint !== undefined && <Kbd on={tone === 'primary' ? 'action' : 'surface'}>{keyHint}</Kbd>}
    </button>
  );
}

/** 'n' and 'Ctrl Enter' as a screen reader wants them. A sequence such as 'g b' has no form there and stays unsaid. */
const spokenKeys = (hint: string): string | undefined =>
  hint.length === 1 ? hint : hint.startsWith('Ctrl ') ? hint.replace('Ctrl ', 'Control+') : undefined;
