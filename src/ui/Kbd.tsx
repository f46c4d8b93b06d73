import { classNames } from './class-names.ts';
import styles from './Kbd.module.css';

/** A key, as it is drawn on the button that it works. Read by the eye only: `aria-keyshortcuts` says it to the ear. */
export function Kbd({ children, on = 'surface' }: { children: string; on?: 'surface' | 'action' }) {
  return (
    <kbd className={classNames(styles['key'], on === 'action' && styles['onAction'])} aria-hidden="true">
      {children}
    </kbd>
  );
}
