import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { ChangeCategory } from './ChangeCategory.tsx';
import styles from './ChangeStep.module.css';
import { fieldId } from './field-ids.ts';
import { FormStep } from './FormStep.tsx';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type ChangeStepProps = { page: AdjustmentShown; form: AdjustmentForm };

/** The response menu. Nothing is ticked; "no change needed" is a decision too, with its reason. */
export function ChangeStep({ page, form }: ChangeStepProps) {
  const { draft, change, fault } = form;
  const chosen = draft.noChange ? 0 : Object.keys(draft.changes).length;
  const fields = fault('changes');
  return (
    <FormStep
      number={3}
      title={adjustmentsWords.steps.change}
      beside={chosen === 0 ? adjustmentsWords.change.none : adjustmentsWords.change.chosen(chosen)}
    >
      <div id={fieldId('changes')} tabIndex={-1} className={styles['menu']}>
        {fields !== null && <Fault>{fields}</Fault>}
        {page.menu.map((category) => (
          <ChangeCategory key={category.code} category={category} page={page} form={form} />
        ))}
        <div className={styles['row']}>
          <div className={styles['lines']}>
            <CheckRow checked={draft.noChange} onChange={(event) => change({ noChange: event.target.checked })}>
              {adjustmentsWords.change.noChange}
            </CheckRow>
            {draft.noChange && (
              <div className={styles['opened']}>
                <Field
                  label={adjustmentsWords.change.reason}
                  id={fieldId('noChangeReason')}
                  error={fault('noChangeReason')}
                  className={styles['whole']}
                >
                  {(wiring) => (
                    <TextArea
                      {...wiring}
                      rows={2}
                      value={draft.noChangeReason}
                      onChange={(event) => change({ noChangeReason: event.target.value })}
                    />
                  )}
                </Field>
              </div>
            )}
          </div>
        </div>
      </div>
    </FormStep>
  );
}
