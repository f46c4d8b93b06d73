import { dayWithYear } from '#domain/calendar/words.ts';
import { decisionNames } from '#domain/care-plan/reviews-words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import styles from './Reviews.module.css';
import { reviewsWords } from './reviews-words.ts';
import type { ReviewPage } from './useReview.ts';

type Past = ReviewPage['past'][number];

const outcome = ({ rating, decision }: Past): string =>
  [
    rating === null ? null : reviewsWords.rated(rating > 0 ? `+${rating}` : String(rating).replace('-', '−')),
    decision === null ? null : decisionNames[decision],
  ]
    .filter((part) => part !== null)
    .join(', ');

/** What was signed before, newest first. */
export function PastReviews({ past }: { past: ReviewPage['past'] }) {
  return (
    <Disclosure title={reviewsWords.past(past.length)}>
      <ol role="list" className={styles['past']}>
        {past.map((one) => (
          <li key={one.id}>
            <strong>{[one.title, outcome(one)].filter(Boolean).join(': ')}</strong>
            <span>{one.summary}</span>
            <small>{reviewsWords.pastLine(dayWithYear(one.on), one.by)}</small>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
