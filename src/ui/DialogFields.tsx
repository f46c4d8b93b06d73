import { useId } from 'react';
import { classNames } from './class-names.ts';
import { DateInput } from './DateInput.tsx';
import type { EditField } from './dialog-form.ts';
import styles from './DialogForm.module.css';
import { Field, type Wiring } from './Field.tsx';
import { NotificationFields } from './NotificationFields.tsx';
import { panelWords } from './panel-words.ts';
import { RadioRow } from './RadioRow.tsx';
import { Select } from './Select.tsx';
import { TextArea } from './TextArea.tsx';
import { TextInput } from './TextInput.tsx';

type DialogFieldsProps = {
  fields: readonly EditField[];
  idOf: (name: string) => string;
  valueOf: (name: string) => string;
  problemOf: (name: string) => string | undefined;
  onChange: (name: string, value: string) => void;
};

/** The fields of a dialog, each with its label, hint and what is wrong with it. */
export function DialogFields({ fields, idOf, valueOf, problemOf, onChange }: DialogFieldsProps) {
  return (
    <div className={styles['fields']}>
      {fields.map((field) => {
        const value = valueOf(field.name);
        const change = (next: string) => onChange(field.name, next);
        const className = classNames(field.half && styles['half']);
        if (field.kind === 'radio')
          return (
            <div key={field.name} className={className}>
              <RadioRow
                label={field.label}
                stacked
                options={field.options}
                value={value === '' ? null : value}
                onChoose={change}
                error={problemOf(field.name)}
                id={idOf(field.name)}
              />
            </div>
          );
        if (field.kind === 'notification') {
          const at = `${field.name}.at`;
          return (
            <NotificationFields
              key={field.name}
              labels={{ who: field.label, at: field.atLabel }}
              draft={{ who: value, at: valueOf(at) }}
              onChange={(draft) => {
                change(draft.who);
                onChange(at, draft.at);
              }}
              errors={{ who: problemOf(field.name) ?? problemOf(`${field.name}.who`) ?? null, at: problemOf(at) ?? null }}
              whoId={idOf(field.name)}
              atId={idOf(at)}
              atClass={className}
            />
          );
        }
        return (
          <Field
            key={field.name}
            label={field.label}
            hint={field.hint}
            error={problemOf(field.name)}
            id={idOf(field.name)}
            className={className}
          >
            {(wiring) => <Control field={field} wiring={wiring} value={value} onChange={change} />}
          </Field>
        );
      })}
    </div>
  );
}

type ControlProps = {
  field: Exclude<EditField, { kind: 'radio' | 'notification' }>;
  wiring: Wiring;
  value: string;
  onChange: (value: string) => void;
};

function Control({ field, wiring, value, onChange }: ControlProps) {
  const listId = useId();
  switch (field.kind) {
    case 'area':
      return <TextArea {...wiring} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'date':
      return <DateInput {...wiring} value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'text':
      return <TextInput {...wiring} value={value} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
    case 'number':
      return (
        <TextInput {...wiring} inputMode="decimal" value={value} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      );
    case 'list':
      return (
        <>
          <TextInput {...wiring} list={listId} value={value} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
          <datalist id={listId}>
            {field.options.map((option) => (
              <option key={option} value={option} />
            ))}
          </datalist>
        </>
      );
    case 'select':
      return (
        <Select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
          {(field.none !== undefined || value === '') && <option value="">{field.none ?? panelWords.choose}</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      );
  }
  return field satisfies never;
}
