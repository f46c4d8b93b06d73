import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { safetyNames } from '#domain/adjustments/states-words.ts';
import { safetyAnswers } from '#domain/adjustments/open.ts';
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
  const asksWho = draft.safety === 'on-call-notified' && !(page.talk !== null && page.safety === 'on-call-notified');
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
        <div className={styles['notified']} role="group" aria-label={adjustmentsWords.talk.notified}>
          <Field label={adjustmentsWords.talk.notifiedWho} id={fieldId('notified.who')} error={fault('notified.who') ?? fault('notified')}>
            {(wiring) => (
              <TextInput {...wiring} value={draft.notifiedWho} onChange={(event) => change({ notifiedWho: event.target.value })} />
            )}
          </Field>
          <MomentFields
            field="notified.at"
            label={adjustmentsWords.talk.when}
            moment={draft.notifiedWhen}
            onChange={(notifiedWhen) => change({ notifiedWhen })}
            error={fault('notified.at')}
          />
        </div>
      )}
    </>
  );
}
