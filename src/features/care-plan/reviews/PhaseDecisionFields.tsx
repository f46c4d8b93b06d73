import type { Reviewable } from '#contract/care-plan-reviews.ts';
import type { PhaseDecision } from '#domain/care-plan/review-kinds.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import styles from './Reviews.module.css';
import { reviewsWords } from './reviews-words.ts';
import type { Reviewing } from './useReview.ts';

/** Stay, or move on; and which of the criteria that a person ticks were found met. It starts blank. */
export function PhaseDecisionFields({ of, review }: { of: Reviewable; review: Reviewing }) {
  const { draft, put, fault } = review;
  const options: readonly { readonly value: PhaseDecision; readonly label: string }[] = [
    { value: 'stay', label: reviewsWords.stay },
    ...(of.next === null ? [] : [{ value: 'move-on' as const, label: reviewsWords.moveOn(of.next.number, of.next.name) }]),
  ];
  return (
    <>
      {of.openCriteria.length > 0 && (
        <fieldset className={styles['criteria']}>
          <legend>{reviewsWords.criteria}</legend>
          {of.openCriteria.map(({ code, label: criterion }) => (
            <CheckRow
              key={code}
              checked={draft.criteriaMet.includes(code)}
              onChange={(event) =>
                put({ criteriaMet: event.target.checked ? [...draft.criteriaMet, code] : draft.criteriaMet.filter((one) => one !== code) })
              }
            >
              {criterion}
            </CheckRow>
          ))}
        </fieldset>
      )}
      <RadioRow<PhaseDecision>
        stacked
        label={reviewsWords.decision}
        options={options}
        value={draft.decision}
        onChoose={(decision) => put({ decision })}
        error={fault('decision')}
      />
      <p className={styles['note']}>{reviewsWords.decides}</p>
    </>
  );
}
