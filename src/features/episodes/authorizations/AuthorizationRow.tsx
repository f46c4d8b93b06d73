import type { AuthorizationShown } from '#contract/episodes-shown.ts';
import { runsOutText } from '#domain/episodes/authorizations-words.ts';
import { dayMonth, dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Authorizations.module.css';
import { authorizationsWords } from './authorizations-words.ts';

type AuthorizationRowProps = { one: AuthorizationShown; today: Day; onOpen: (step: 'edit' | 'review') => void };

/** One authorization: its terms, what is used and left, and when somebody must act. */
export function AuthorizationRow({ one, today, onOpen }: AuthorizationRowProps) {
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
        {authorizationsWords.usedOf(one)}
        <span className={styles['bar']} aria-hidden="true">
          <span style={{ width: `${Math.min(100, Math.round((one.used / one.quantity) * 100))}%` }} />
        </span>
        {one.runsOutOn !== null && (
          <span className={styles['small']}>
            {authorizationsWords.estimate}
            {runsOutText(one.runsOutOn, one.to)}
          </span>
        )}
        {one.notKnown.length > 0 && <span className={styles['small']}>{authorizationsWords.notKnown(one.notKnown)}</span>}
      </td>
      <td data-label={authorizationsWords.nextReview}>
        {one.needsNoMore
          ? authorizationsWords.noMore
          : one.nextReviewOn === null
            ? authorizationsWords.noReview
            : dayWithYear(one.nextReviewOn)}
        {last !== undefined && <span className={styles['small']}>{authorizationsWords.reviewed(last.on, last.by, last.note)}</span>}
      </td>
      <td className={styles['act']}>
        <Button tone="quiet" aria-label={`${authorizationsWords.review}: ${called}`} onClick={() => onOpen('review')}>
          {authorizationsWords.review}
        </Button>
        <Button tone="quiet" aria-label={`${authorizationsWords.edit}: ${called}`} onClick={() => onOpen('edit')}>
          {authorizationsWords.edit}
        </Button>
      </td>
    </tr>
  );
}
