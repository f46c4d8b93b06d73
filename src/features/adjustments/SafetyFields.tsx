import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { safetyNames } from '#domain/care-plan-words.ts';
import { safetyAnswers } from '#domain/care-plan.ts';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { fieldId } from './field-ids.ts';
import styles from './Fields.module.css';
import { MomentFields } from './MomentFields.tsx';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type SafetyFieldsProps = { page: AdjustmentShown; form: AdjustmentForm };

const options = safetyAnswers.map((value) => ({ value, label: safetyNames[value] }));

/** What was done about safety today; whoever was told on call is named, once. */
export function SafetyFields({ page, form }: SafetyFieldsProps) {
  const { draft, change, fault } = form;
  const asksWho = draft.safety === 'on-call-told' && !(page.talk !== null && page.safety === 'on-call-told');
  return (
    <>
      <ChoiceSelect
        field="safety"
        label={adjustmentsWords.talk.safety}
        options={options}
        value={draft.safety}
        onChoose={(safety) => change({ safety })}
        error={fault('safety')}
      />
      {asksWho && (
        <div className={styles['told']} role="group" aria-label={adjustmentsWords.talk.told}>
          <Field label={adjustmentsWords.talk.toldWho} id={fieldId('told.who')} error={fault('told.who') ?? fault('told')}>
            {(wiring) => <TextInput {...wiring} value={draft.toldWho} onChange={(event) => change({ toldWho: event.target.value })} />}
          </Field>
          <MomentFields
            field="told.at"
            label={adjustmentsWords.talk.when}
            moment={draft.toldWhen}
            onChange={(toldWhen) => change({ toldWhen })}
            error={fault('told.at')}
          />
        </div>
      )}
    </>
  );
}
