import { dueDayWords } from '#domain/calendar/words.ts';
import type { Reviewable } from '#contract/care-plan-reviews.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { GoalRating } from './GoalRating.tsx';
import { PhaseDecisionFields } from './PhaseDecisionFields.tsx';
import { keyOf } from './review-draft.ts';
import styles from './Reviews.module.css';
import { reviewsWords } from './reviews-words.ts';
import type { Reviewing, ReviewPage } from './useReview.ts';

type ReviewFormProps = { page: ReviewPage; review: Reviewing };

/** What is reviewed, what is known of it, what came of it, and when it is looked at again. */
export function ReviewForm({ page, review }: ReviewFormProps) {
  const { draft, chosen, put, fault } = review;
  const whenDue = ({ dueOn }: Reviewable): string =>
    dueOn === null ? '' : `, ${(dueOn < page.today ? reviewsWords.wasDue : reviewsWords.due)(dueDayWords(dueOn, page.today))}`;
  return (
    <div className={styles['form']}>
      <Field label={reviewsWords.what} error={fault('what')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={draft.of ?? ''}
            onChange={(event) => put({ of: event.target.value, level: '', decision: null, criteriaMet: [] })}
          >
            <option value="" disabled>
              {reviewsWords.choose}
            </option>
            {page.reviewables.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {`${one.title}${whenDue(one)}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen !== null && chosen.summary.length > 0 && (
        <ul role="list" className={styles['known']}>
          {chosen.summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {chosen?.levels != null && (
        <GoalRating
          levels={chosen.levels}
          last={chosen.level}
          level={draft.level}
          error={fault('rating')}
          onLevel={(level) => put({ level })}
        />
      )}
      {chosen?.kind === 'phase' && <PhaseDecisionFields of={chosen} review={review} />}
      <Field label={reviewsWords.summary} hint={reviewsWords.summaryHint} error={fault('summary')}>
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={3}
            maxLength={2000}
            value={draft.summary}
            onChange={(event) => put({ summary: event.target.value })}
          />
        )}
      </Field>
      <div className={styles['days']}>
        <Field label={reviewsWords.on} error={fault('on')}>
          {(wiring) => <DateInput {...wiring} max={page.today} value={draft.on} onChange={(event) => put({ on: event.target.value })} />}
        </Field>
        {chosen?.kind !== 'instrument' && (
          <Field label={reviewsWords.next} hint={reviewsWords.nextHint} error={fault('nextOn')}>
            {(wiring) => <DateInput {...wiring} value={draft.nextOn} onChange={(event) => put({ nextOn: event.target.value })} />}
          </Field>
        )}
      </div>
      {review.refused !== null && <Fault>{review.refused}</Fault>}
    </div>
  );
}
