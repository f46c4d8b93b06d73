import type { ImportShown } from '#contract/imports-shown.ts';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';

/** How far the server is with a file. */
export function Progress({ one }: { one: ImportShown }) {
  const label = one.state === 'checking' ? words.checking(one.done, one.ofRows) : words.importing(one.done, one.ofRows);
  return (
    <div className={styles['progress']}>
      <p role="status">{label}</p>
      <progress className={styles['meter']} aria-label={label} value={one.done} max={Math.max(1, one.ofRows)} />
      <p className={styles['small']}>{words.leaveOpen}</p>
    </div>
  );
}
