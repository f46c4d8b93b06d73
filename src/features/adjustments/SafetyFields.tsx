import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { safetyNames } from '#domain/adjustments/states-words.ts';
import { safetyAnswers } from '#domain/adjustments/open.ts';
import { NotificationFields } from '#ui/NotificationFields.tsx';
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
          <NotificationFields
            labels={{ who: adjustmentsWords.talk.notifiedWho, at: adjustmentsWords.talk.when }}
            whoId={fieldId('notified.who')}
            draft={{ who: draft.notifiedWho, at: draft.notifiedWhen.text }}
            onChange={({ who }) => change({ notifiedWho: who })}
            errors={{ who: fault('notified.who') ?? fault('notified'), at: fault('notified.at') }}
            when={
              <MomentFields
                field="notified.at"
                label={adjustmentsWords.talk.when}
                moment={draft.notifiedWhen}
                onChange={(notifiedWhen) => change({ notifiedWhen })}
                error={fault('notified.at')}
              />
            }
          />
        </div>
      )}
    </>
  );
}
