import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { ExplanationFields } from './ExplanationFields.tsx';
import { FormStep } from './FormStep.tsx';
import styles from './Fields.module.css';
import { checkedWords } from './result-words.ts';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type StoredCheckProps = { page: AdjustmentShown; form: AdjustmentForm };

/** Step 1 where it is answered, or where no result is there to check. What explains a result is often heard only in the talk. */
export function StoredCheck({ page, form }: StoredCheckProps) {
  const { draft, change } = form;
  return (
    <FormStep number={1} title={page.trigger === 'screen' ? adjustmentsWords.steps.check : adjustmentsWords.steps.start}>
      <p>{checkedWords(page)}</p>
      {page.trigger === 'screen' && (
        <CheckRow
          className={styles['quiet']}
          checked={draft.checked === 'explained'}
          onChange={(event) => change({ checked: event.target.checked ? 'explained' : null })}
        >
          {adjustmentsWords.check.explained}
        </CheckRow>
      )}
      {draft.checked === 'explained' && <ExplanationFields page={page} form={form} />}
    </FormStep>
  );
}
