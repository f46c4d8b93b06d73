import { stepNames } from './imports-words.ts';
import styles from './Steps.module.css';

/** The four steps of an import; nothing is written before the fourth. */
export function Steps({ at }: { at: 1 | 2 | 3 | 4 }) {
  return (
    <ol className={styles['steps']}>
      {stepNames.map((name, place) => (
        <li
          key={name}
          className={styles['step']}
          {...(place + 1 === at && { 'aria-current': 'step' as const })}
          data-done={place + 1 < at || undefined}
        >
          <span className={styles['number']}>{place + 1}</span> {name}
        </li>
      ))}
    </ol>
  );
}
