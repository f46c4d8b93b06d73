import type { ReactNode } from 'react';
import type { IdentityField } from '#domain/clients/record.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './Record.module.css';
import type { IdentityDraft } from './record-draft.ts';
import { recordWords } from './record-words.ts';

type IdentityFieldsProps = {
  draft: IdentityDraft;
  onChange: (draft: IdentityDraft) => void;
  error: (field: IdentityField) => string | null;
  /** Said under a field: a suggestion, or what somebody else made of it meanwhile. */
  note?: (field: IdentityField) => ReactNode;
  idOf: (field: string) => string;
  today: string;
};

const languages = [
  'English',
  'Spanish',
  'Arabic',
  'Chinese',
  'French',
  'Hmong',
  'Korean',
  'Polish',
  'Russian',
  'Somali',
  'Tagalog',
  'Vietnamese',
];

/** Names, birth date, number and language. Only a name and a number are needed; the rest may be unknown. */
export function IdentityFields({ draft, onChange, error, note, idOf, today }: IdentityFieldsProps) {
  const { fields, hints } = recordWords;
  const text = (field: IdentityField, more: { list?: string; autoComplete?: string } = {}) => (
    <Field key={field} id={idOf(field)} label={fields[field]} hint={note?.(field) ?? hints[field]} error={error(field)}>
      {(wiring) => (
        <TextInput
          {...wiring}
          autoComplete="off"
          {...more}
          value={draft[field]}
          onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles['form']}>
      {text('firstName')}
      {text('lastName')}
      {text('preferredName')}
      {text('pronouns')}
      <Field id={idOf('bornOn')} label={fields.bornOn} hint={note?.('bornOn') ?? hints.bornOn} error={error('bornOn')}>
        {(wiring) => (
          <DateInput
            {...wiring}
            min="1900-01-01"
            max={today}
            value={draft.bornOn}
            onChange={(event) => onChange({ ...draft, bornOn: event.target.value })}
          />
        )}
      </Field>
      {text('chartNumber')}
      {text('language', { list: 'languages' })}
      <Field id={idOf('interpreter')} label={fields.interpreter} hint={note?.('interpreter')} error={error('interpreter')}>
        {(wiring) => (
          <Select {...wiring} value={draft.interpreter} onChange={(event) => onChange({ ...draft, interpreter: event.target.value })}>
            <option value="">{recordWords.notAsked}</option>
            <option value="yes">{recordWords.interpreter(true)}</option>
            <option value="no">{recordWords.interpreter(false)}</option>
          </Select>
        )}
      </Field>
      <datalist id="languages">
        {languages.map((language) => (
          <option key={language} value={language} />
        ))}
      </datalist>
    </div>
  );
}
