import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { RadioRow } from '#ui/RadioRow.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { ExplanationFields } from './ExplanationFields.tsx';
import { fieldId } from './field-ids.ts';
import { FormStep } from './FormStep.tsx';
import styles from './Fields.module.css';
import { goAheadWords, hasConfirmed } from './result-words.ts';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type CheckStepProps = { page: AdjustmentShown; form: AdjustmentForm };

/** How sure the result is, before anybody talks about it. A confirmed one needs no second look at the laboratory. */
export function CheckStep({ page, form }: CheckStepProps) {
  const { draft, change, fault } = form;
  const options = [
    { value: 'go-ahead' as const, label: goAheadWords(page) },
    ...(hasConfirmed(page) ? [] : [{ value: 'send-to-lab' as const, label: adjustmentsWords.check.lab }]),
    { value: 'explained' as const, label: adjustmentsWords.check.explained },
  ];
  return (
    <FormStep number={1} title={adjustmentsWords.steps.check}>
      {page.specimenNotValid && <p className={styles['note']}>{adjustmentsWords.check.keepSpecimen}</p>}
      <div className={styles['bare']}>
        <RadioRow
          id={fieldId('checked')}
          label={adjustmentsWords.steps.check}
          options={options}
          value={draft.checked}
          onChoose={(checked) => change({ checked })}
          error={fault('checked')}
        />
      </div>
      {draft.checked === 'explained' && <ExplanationFields page={page} form={form} />}
    </FormStep>
  );
}
