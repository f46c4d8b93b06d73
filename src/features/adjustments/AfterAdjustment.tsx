import { BeforeAfter } from '#charts/BeforeAfter.tsx';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { positionOn } from '#domain/adjustments/before-after-scale.ts';
import { comparedNames, comparedWords, waitWords, windowWords } from '#domain/adjustments/before-after-words.ts';
import type { Compared, MeasureCompared } from '#domain/adjustments/before-after.ts';
import { clockWords, dayWords } from '#domain/calendar/words.ts';
import { timeAt } from '#domain/calendar/calendar.ts';
import { followUpForwardWords } from '#domain/adjustments/later-results-words.ts';
import { outcomeNames } from '#domain/adjustments/states-words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { FormStep } from './FormStep.tsx';
import { OutcomeStep } from './OutcomeStep.tsx';
import styles from './Fields.module.css';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type AfterAdjustmentProps = { page: AdjustmentShown; form: AdjustmentForm };

const sideOf = (row: MeasureCompared, side: Compared | null) =>
  side === null ? null : { at: positionOn(row, side), label: comparedWords(side, row.measure) };

/** The days before and after the change, and what came of it: recorded, due, or known early. */
export function AfterAdjustment({ page, form }: AfterAdjustmentProps) {
  const { beforeAfter, outcome, signature, state } = page;
  if (signature === null || beforeAfter === null) return null;
  const wait = waitWords(beforeAfter);
  const { before, after, wanted, rows } = beforeAfter;
  return (
    <FormStep number={null} title={adjustmentsWords.steps.followed}>
      {wait === null ? (
        <BeforeAfter
          comparisons={rows.map((row) => ({
            id: row.measure,
            label: comparedNames[row.measure],
            before: sideOf(row, row.before),
            after: sideOf(row, row.after),
          }))}
          before={{ when: windowWords(before), days: before.days }}
          after={{ when: windowWords(after), days: after.days }}
          of={wanted}
          stamp={adjustmentsWords.outcome.asOf(clockWords(timeAt(page.asOf, page.timeZone)))}
        />
      ) : (
        <p className={styles['note']}>{wait}.</p>
      )}
      {outcome !== null && (
        <p>
          <strong>{capital(outcomeNames[outcome.outcome])}.</strong> {outcome.note}
        </p>
      )}
      {state === 'follow-up-due' && signature.followUp !== null && (
        <>
          <p className={styles['note']}>
            {page.followUpForward ? followUpForwardWords : adjustmentsWords.outcome.due(dayWords(signature.followUp.on))}{' '}
            {signature.followUp.betterLooksLike !== null && adjustmentsWords.facts.better(signature.followUp.betterLooksLike)}
          </p>
          <OutcomeStep form={form} />
        </>
      )}
      {state === 'signed' && (
        <Disclosure
          look="line"
          title={adjustmentsWords.outcome.early}
          open={form.draft.outcome !== null || form.draft.outcomeNote !== '' || undefined}
        >
          <OutcomeStep form={form} />
        </Disclosure>
      )}
    </FormStep>
  );
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
