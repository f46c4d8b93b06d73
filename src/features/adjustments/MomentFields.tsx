import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import type { MomentDraft } from './adjustment-draft.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import { fieldId } from './field-ids.ts';
import styles from './Fields.module.css';

type MomentFieldsProps = {
  field: string;
  label: string;
  moment: MomentDraft;
  onChange: (moment: MomentDraft) => void;
  error: string | null;
};

const isChoice = (value: string): value is 'now' | 'other' => value === 'now' || value === 'other';

/** When something was: now in one key, or a day and a time. It starts blank. */
export function MomentFields({ field, label, moment, onChange, error }: MomentFieldsProps) {
  const typing = moment.choice === 'other';
  return (
    <div className={styles['moment']}>
      <Field label={label} id={fieldId(typing ? `${field}.choice` : field)} error={typing ? null : error}>
        {(wiring) => (
          <Select
            {...wiring}
            value={moment.choice ?? ''}
            onChange={({ target: { value } }) => onChange({ ...moment, choice: isChoice(value) ? value : null })}
          >
            <option value="">{adjustmentsWords.talk.choose}</option>
            <option value="now">{adjustmentsWords.talk.now}</option>
            <option value="other">{adjustmentsWords.talk.other}</option>
          </Select>
        )}
      </Field>
      {typing && (
        <Field label={adjustmentsWords.talk.time} id={fieldId(field)} error={error}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="datetime-local"
              value={moment.text}
              onChange={(event) => onChange({ ...moment, text: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
