import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { fieldId } from './field-ids.ts';

type ChoiceSelectProps<Value extends string> = {
  field: string;
  label: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  /** Null: nothing is chosen for the person. */
  value: Value | null;
  onChoose: (value: Value | null) => void;
  error: string | null;
};

/** One of a few, from a list that starts at "choose". */
export function ChoiceSelect<Value extends string>({ field, label, options, value, onChoose, error }: ChoiceSelectProps<Value>) {
  return (
    <Field label={label} id={fieldId(field)} error={error}>
      {(wiring) => (
        <Select
          {...wiring}
          value={value ?? ''}
          onChange={(event) => onChoose(options.find((option) => option.value === event.target.value)?.value ?? null)}
        >
          <option value="">{adjustmentsWords.talk.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
