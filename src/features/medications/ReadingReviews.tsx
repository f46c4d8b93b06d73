import { lazy, Suspense, useState } from 'react';
import type { Care, ReadingReviewShown } from '#contract/episodes-shown.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { findingNames } from '#domain/drug-screens/words.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './Medications.module.css';
import { medicationsWords } from './medications-words.ts';

const AnswerDialog = lazy(async () => ({ default: (await import('./AnswerReview.tsx')).AnswerReview }));

/** Screens that the changed list would read differently. Nothing of them is changed until a clinician says so. */
export function ReadingReviews({ care }: { care: Care }) {
  const [answering, setAnswering] = useState<string | null>(null);
  const open = care.readingReviews.filter(({ answer }) => answer === null);
  const answered = care.readingReviews.filter(({ answer }) => answer !== null && answer.answer !== 'overtaken');
  const chosen = open.find(({ id }) => id === answering);
  if (open.length + answered.length === 0) return null;
  const list = (reviews: readonly ReadingReviewShown[]) => (
    <ul className={styles['offers']}>
      {reviews.map((review) => (
        <li key={review.id} className={styles['offer']}>
          <time dateTime={review.on}>{dayWithYear(review.on)}</time>
          <div>
            {review.analytes.map((one) => (
              <p key={one.analyte}>
                {medicationsWords.reviews.line(one.analyte, findingNames[one.found], one.was, one.wasBecause)};{' '}
                <span className={styles['would']}>
                  {medicationsWords.reviews.would(findingNames[one.wouldFind], one.would, one.wouldBecause)}
                </span>
              </p>
            ))}
            <span className={styles['small']}>
              {review.answer === null
                ? medicationsWords.reviews.by(review.medication, review.offeredBy, dayWithYear(dayAt(review.offeredAt, care.timeZone)))
                : `${medicationsWords.reviews.answers[review.answer.answer]}, ${review.answer.by}${review.answer.because === null ? '' : `: ${review.answer.because}`}`}
            </span>
          </div>
          {review.answer === null && (
            <Button
              aria-label={`${medicationsWords.reviews.answer}: ${medicationsWords.reviews.answerTitle(review.on)}`}
              onClick={() => setAnswering(review.id)}
            >
              {medicationsWords.reviews.answer}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <Panel
      id="readings"
      title={medicationsWords.reviews.title}
      beside={open.length === 0 ? undefined : medicationsWords.reviews.open(open.length)}
    >
      {open.length > 0 && <p>{medicationsWords.reviews.why}</p>}
      {open.length > 0 && list(open)}
      {answered.length > 0 && (
        <Disclosure title={medicationsWords.reviews.answered(answered.length)} look="line">
          {list(answered)}
        </Disclosure>
      )}
      <Suspense fallback={null}>
        {chosen !== undefined && <AnswerDialog clientId={care.client.clientId} review={chosen} onClose={() => setAnswering(null)} />}
      </Suspense>
    </Panel>
  );
}
