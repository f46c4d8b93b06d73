import { useState } from 'react';
import type { ClientRecord } from '#contract/clients-record.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { useLineFocus } from '#ui/useLineFocus.ts';
import { InlineEdit } from './InlineEdit.tsx';
import styles from './Record.module.css';
import { RecordForm } from './RecordForm.tsx';
import { recordWords } from './record-words.ts';
import { useRecordForm } from './useRecordForm.ts';

/** The numbers by which other systems know the person. */
export function IdentifiersSection({ record }: { record: ClientRecord }) {
  return (
    <InlineEdit id="identifiers" title={recordWords.identifiers} form={(over) => <EditIdentifiers record={record} onOver={over} />}>
      {record.identifiers.length === 0 ? (
        <p className={styles['quiet']}>{recordWords.noIdentifiers}</p>
      ) : (
        <ul className={styles['rows']} role="list">
          {record.identifiers.map(({ system, value }) => (
            <li key={`${system} ${value}`}>
              <span className={styles['quiet']}>{system}</span>
              <span className={styles['value']}>{value}</span>
            </li>
          ))}
        </ul>
      )}
    </InlineEdit>
  );
}

function EditIdentifiers({ record, onOver }: { record: ClientRecord; onOver: (saved: boolean) => void }) {
  const [rows, setRows] = useState(record.identifiers.length === 0 ? [{ system: '', value: '' }] : record.identifiers);
  const [stale, setStale] = useState<ClientRecord | null>(null);
  const form = useRecordForm(record, () => onOver(true), setStale);
  const focus = useLineFocus<HTMLDivElement>(rows.length);
  const idOf = (field: string) => `edit-${field}`;
  const put = (index: number, changes: Partial<(typeof rows)[number]>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)));
  // A row that was left empty is none. It leaves the form as well, so that what is refused is named by the place where it stands.
  const save = () => {
    const given = rows.filter(({ system, value }) => system.trim() !== '' || value.trim() !== '');
    setRows(given.length === 0 ? [{ system: '', value: '' }] : given);
    form.save({ identifiers: given });
  };
  const field = (index: number, name: keyof (typeof rows)[number], label: string) => {
    const of = `identifiers.${index}.${name}`;
    return (
      <Field label={label} id={idOf(of)} error={form.error(of)}>
        {(wiring) => (
          <TextInput
            {...wiring}
            autoComplete="off"
            value={rows[index]?.[name] ?? ''}
            onChange={(event) => put(index, { [name]: event.target.value })}
          />
        )}
      </Field>
    );
  };
  return (
    <RecordForm
      form={form}
      idOf={idOf}
      stale={stale === null ? null : recordWords.staleLines(stale.identifiers.map(({ system, value }) => `${system} ${value}`))}
      more={<Button onClick={() => setRows([...rows, { system: '', value: '' }])}>{recordWords.addNumber}</Button>}
      onSave={save}
      onCancel={() => onOver(false)}
    >
      <div ref={focus}>
        {rows.map((_, index) => (
          <div key={index} className={styles['pair']} role="group" aria-label={`${recordWords.number} ${index + 1}`}>
            {field(index, 'system', recordWords.system)}
            {field(index, 'value', recordWords.number)}
            <Button
              tone="quiet"
              size="field"
              aria-label={recordWords.removeNumber(index + 1)}
              onClick={() => setRows(rows.filter((_, at) => at !== index))}
            >
              {recordWords.remove}
            </Button>
          </div>
        ))}
      </div>
    </RecordForm>
  );
}
