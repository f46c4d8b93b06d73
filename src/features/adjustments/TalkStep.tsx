import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { methodNames } from '#domain/adjustments/states-words.ts';
import { contactMethods } from '#domain/adjustments/open.ts';
import { isContact } from '#domain/clients/contact-attempts.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Field } from '#ui/Field.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { Attempts } from './Attempts.tsx';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { fieldId } from './field-ids.ts';
import { FormStep } from './FormStep.tsx';
import styles from './Fields.module.css';
import { MomentFields } from './MomentFields.tsx';
import { NaloxoneRow } from './NaloxoneRow.tsx';
import { SafetyFields } from './SafetyFields.tsx';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type TalkStepProps = { page: AdjustmentShown; form: AdjustmentForm };

// Only two-way contact is a conversation: a voicemail or a letter is logged as an attempt.
const ways = contactMethods.filter((method) => isContact({ method, reached: true })).map((value) => ({ value, label: methodNames[value] }));

/** The conversation: the client's own words first, and kept out of exports unless ticked. */
export function TalkStep({ page, form }: TalkStepProps) {
  const { draft, change, fault, take, saving } = form;
  return (
    <FormStep number={2} title={adjustmentsWords.steps.talk}>
      <div className={styles['talk']}>
        <MomentFields
          field="at"
          label={adjustmentsWords.talk.when}
          moment={draft.when}
          onChange={(when) => change({ when })}
          error={fault('at')}
        />
        <ChoiceSelect
          field="method"
          label={adjustmentsWords.talk.how}
          options={ways}
          value={draft.method}
          onChoose={(method) => change({ method })}
          error={fault('method')}
        />
        <SafetyFields page={page} form={form} />
      </div>
      <Field label={adjustmentsWords.talk.ownWords(page.client.called)} id={fieldId('ownWords')} error={fault('ownWords')}>
        {(wiring) => (
          <TextArea
            {...wiring}
            voice="words"
            className={styles['grows']}
            value={draft.ownWords}
            onChange={(event) => change({ ownWords: event.target.value })}
          />
        )}
      </Field>
      <CheckRow
        className={styles['quiet']}
        checked={draft.mayAppearInExports}
        onChange={(event) => change({ mayAppearInExports: event.target.checked })}
      >
        {adjustmentsWords.talk.exports}
      </CheckRow>
      <NaloxoneRow page={page} form={form} />
      <div className={styles['foot']}>
        <Attempts page={page} />
        <Button size="field" disabled={saving !== null} onClick={() => take('talk')}>
          {saving === 'talk' ? adjustmentsWords.talk.noting : adjustmentsWords.talk.note}
        </Button>
      </div>
    </FormStep>
  );
}
