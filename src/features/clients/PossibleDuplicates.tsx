import { Link } from '@tanstack/react-router';
import type { DuplicateShown } from '#contract/clients-input.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { addWords, likenessWords } from './add-words.ts';
import { careStatusWords } from './list-words.ts';
import styles from './Record.module.css';

type PossibleDuplicatesProps = { duplicates: readonly DuplicateShown[]; numberTaken: boolean };

/** Charts that may be this person's already. Opening one leaves nothing behind: nothing is saved yet. */
export function PossibleDuplicates({ duplicates, numberTaken }: PossibleDuplicatesProps) {
  const unseen = numberTaken && !duplicates.some(({ likeness }) => likeness === 'same-number');
  return (
    <div role="status" aria-live="polite">
      {unseen && <p className={styles['stale']}>{addWords.takenUnseen}</p>}
      {duplicates.length > 0 && (
        <div className={styles['stale']}>
          <p className={styles['similarTitle']}>{addWords.similar(duplicates.length)}</p>
          <ul className={styles['similar']} role="list">
            {duplicates.map((one) => (
              <li key={one.clientId}>
                <Link to="/clients/$clientId/record" params={{ clientId: one.clientId }}>
                  {one.name}
                </Link>
                <span>
                  {addWords.chartBorn(one.chartNumber, one.bornOn === null ? null : dayWithYear(one.bornOn))},{' '}
                  {careStatusWords[one.careStatus].toLowerCase()}
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
