import type { AuthorisationShown } from '#contract/care-shown.ts';
import { runsOutSays } from '#domain/authorisations-words.ts';
import { dayMonth, dayWithYear } from '#domain/calendar-words.ts';
import type { Day } from '#domain/calendar.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Authorisations.module.css';
import { says } from './authorisations-words.ts';

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
        {says.usedOf(one.used, one.quantity, one.unit, one.left)}
        <span className={styles['bar']} aria-hidden="true">
          <span style={{ width: `${Math.min(100, Math.round((one.used / one.quantity) * 100))}%` }} />
        </span>
        {one.runsOutOn !== null && (
          <span className={styles['small']}>
            {says.estimate}
            {runsOutSays(one.runsOutOn, one.to)}
          </span>
        )}
        {one.notKnown.length > 0 && <span className={styles['small']}>{says.notKnown(one.notKnown)}</span>}
      </td>
      <td data-said={says.nextReview}>
        {one.needsNoMore ? says.noMore : one.nextReviewOn === null ? says.noReview : dayWithYear(one.nextReviewOn)}
        {last !== undefined && <span className={styles['small']}>{says.reviewed(last.on, last.by, last.note)}</span>}
      </td>
      <td className={styles['act']}>
        <Button tone="quiet" aria-label={`${says.review}: ${called}`} onClick={() => onOpen('review')}>
          {says.review}
        </Button>
        <Button tone="quiet" aria-label={`${says.edit}: ${called}`} onClick={() => onOpen('edit')}>
          {says.edit}
        </Button>
      </td>
    </tr>
  );
}
