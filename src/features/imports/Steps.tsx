import { useEffect, useRef } from 'react';
import { importsWords, stepNames } from './imports-words.ts';
import styles from './Steps.module.css';

/** The four steps of an import; nothing is written before the fourth. A new step is begun at its top, and the focus goes there with the reader. */
export function Steps({ at }: { at: 1 | 2 | 3 | 4 }) {
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    list.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [at]);
  return (
    <ol ref={list} tabIndex={-1} aria-label={importsWords.steps} className={styles['steps']} data-print="never">
      {stepNames.map((name, index) => (
        <li
          key={name}
          className={styles['step']}
          {...(index + 1 === at && { 'aria-current': 'step' as const })}
          data-done={index + 1 < at || undefined}
        >
          <span className={styles['number']}>{index + 1}</span> {name}
        </li>
      ))}
    </ol>
  );
}
