import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { fieldId } from './field-ids.ts';
import styles from './Fields.module.css';
import { FormStep } from './FormStep.tsx';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type LookAgainStepProps = { page: AdjustmentShown; form: AdjustmentForm };

/** When the team looks again, who does, and what would count as better. */
export function LookAgainStep({ page, form }: LookAgainStepProps) {
  const { draft, change, fault } = form;
  return (
    <FormStep number={4} title={adjustmentsWords.steps.again}>
      {draft.noChange && <p className={styles['note']}>{adjustmentsWords.again.optional}</p>}
      <div className={styles['again']}>
        <Field label={adjustmentsWords.again.on} id={fieldId('followUpOn')} error={fault('followUpOn')}>
          {(wiring) => <DateInput {...wiring} value={draft.followUpOn} onChange={(event) => change({ followUpOn: event.target.value })} />}
        </Field>
        <ChoiceSelect
          field="followUpBy"
          label={adjustmentsWords.again.by}
          options={page.staff.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.followUpBy === '' ? null : draft.followUpBy}
          onChoose={(followUpBy) => change({ followUpBy: followUpBy ?? '' })}
          error={fault('followUpBy')}
        />
        <Field label={adjustmentsWords.again.better} id={fieldId('betterLooksLike')} error={fault('betterLooksLike')}>
          {(wiring) => (
            <TextInput
              {...wiring}
              value={draft.betterLooksLike}
              maxLength={500}
              onChange={(event) => change({ betterLooksLike: event.target.value })}
            />
          )}
        </Field>
      </div>
    </FormStep>
  );
}
