import type { AuthorisationShown } from '#contract/care-shown.ts';
import { runsOutText } from '#domain/authorisations-words.ts';
import { dayMonth, dayWithYear } from '#domain/calendar-words.ts';
import type { Day } from '#domain/calendar.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Authorisations.module.css';
import { authorisationsWords } from './authorisations-words.ts';

type AuthorisationRowProps = { one: AuthorisationShown; today: Day; onOpen: (step: 'edit' | 'review') => void };

/** One authorisation: its terms, what is used and left, and when somebody must act. */
export function AuthorisationRow({ one, today, onOpen }: AuthorisationRowProps) {
  const called = `${one.payer} ${one.number}`;
  const last = one.reviews[0];
  return (
    <tr className={one.to < today ? styles['past'] : undefined}>
      <th scope="row">
        {one.payer}
        <span className={styles['small']}>{one.number}</span>
      </th>
      <td>
        {dayMonth(one.from)} to {dayWithYear(one.to)}
      </td>
      <td>
        {authorisationsWords.usedOf(one.used, one.quantity, one.unit, one.left)}
        <span className={styles['bar']} aria-hidden="true">
          <span style={{ width: `${Math.min(100, Math.round((one.used / one.quantity) * 100))}%` }} />
        </span>
        {one.runsOutOn !== null && (
          <span className={styles['small']}>
            {authorisationsWords.estimate}
            {runsOutText(one.runsOutOn, one.to)}
          </span>
        )}
        {one.notKnown.length > 0 && <span className={styles['small']}>{authorisationsWords.notKnown(one.notKnown)}</span>}
      </td>
      <td data-said={authorisationsWords.nextReview}>
        {one.needsNoMore
          ? authorisationsWords.noMore
          : one.nextReviewOn === null
            ? authorisationsWords.noReview
            : dayWithYear(one.nextReviewOn)}
        {last !== undefined && <span className={styles['small']}>{authorisationsWords.reviewed(last.on, last.by, last.note)}</span>}
      </td>
      <td className={styles['act']}>
        <Button tone="quiet" aria-label={`${authorisationsWords.review}: ${called}`} onClick={() => onOpen('review')}>
          {authorisationsWords.review}
        </Button>
        <Button tone="quiet" aria-label={`${authorisationsWords.edit}: ${called}`} onClick={() => onOpen('edit')}>
          {authorisationsWords.edit}
        </Button>
      </td>
    </tr>
  );
}
