import { Link } from '@tanstack/react-router';
import type { DoubleShown } from '#contract/client-writing.ts';
import { dayWithYear } from '#domain/calendar-words.ts';
import { addWords, likenessWords } from './add-words.ts';
import { standingWords } from './list-words.ts';
import styles from './Record.module.css';

type PossibleDoublesProps = { doubles: readonly DoubleShown[]; numberTaken: boolean };

/** Charts that may be this person's already. Opening one leaves nothing behind: nothing is saved yet. */
export function PossibleDoubles({ doubles, numberTaken }: PossibleDoublesProps) {
  const unseen = numberTaken && !doubles.some(({ likeness }) => likeness === 'same-number');
  return (
    <div role="status" aria-live="polite">
      {unseen && <p className={styles['stale']}>{addWords.takenUnseen}</p>}
      {doubles.length > 0 && (
        <div className={styles['stale']}>
          <p className={styles['alikeTitle']}>{addWords.alike(doubles.length)}</p>
          <ul className={styles['alike']} role="list">
            {doubles.map((one) => (
              <li key={one.clientId}>
                <Link to="/clients/$clientId/record" params={{ clientId: one.clientId }}>
                  {one.name}
                </Link>
                <span>
                  {addWords.chartBorn(one.chartNumber, one.bornOn === null ? null : dayWithYear(one.bornOn))},{' '}
                  {standingWords[one.standing].toLowerCase()}
                </span>
                <span className={styles['quiet']}>{likenessWords[one.likeness]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
