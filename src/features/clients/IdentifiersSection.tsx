import { useState } from 'react';
import type { ClientRecord } from '#contract/client-records.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { Panel } from '#ui/Panel.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './Record.module.css';
import { recordWords } from './record-words.ts';
import { useRecordForm } from './useRecordForm.ts';

/** The numbers by which other systems know the person. */
export function IdentifiersSection({ record }: { record: ClientRecord }) {
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      id="identifiers"
      title={recordWords.identifiers}
      actions={!editing && <Button onClick={() => setEditing(true)}>{recordWords.edit}</Button>}
    >
      {editing ? (
        <EditIdentifiers record={record} onDone={() => setEditing(false)} />
      ) : record.identifiers.length === 0 ? (
        <Empty>{recordWords.noIdentifiers}</Empty>
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
    </Panel>
  );
}

function EditIdentifiers({ record, onDone }: { record: ClientRecord; onDone: () => void }) {
  const [rows, setRows] = useState(record.identifiers.length === 0 ? [{ system: '', value: '' }] : record.identifiers);
  const [stale, setStale] = useState<ClientRecord | null>(null);
  const form = useRecordForm(record, onDone, setStale);
  const put = (place: number, changes: Partial<(typeof rows)[number]>) =>
    setRows(rows.map((row, at) => (at === place ? { ...row, ...changes } : row)));
  const given = rows.filter(({ system, value }) => system.trim() !== '' || value.trim() !== '');
  return (
    <>
      {stale !== null && (
        <p className={styles['stale']} role="status">
          {recordWords.staleLines(stale.identifiers.map(({ system, value }) => `${system} ${value}`))}
        </p>
      )}
      {rows.map((row, place) => (
        <div key={place} className={styles['pair']}>
          <Field label={recordWords.system} error={form.error(`identifiers.${place}.system`)}>
            {(wiring) => <TextInput {...wiring} value={row.system} onChange={(event) => put(place, { system: event.target.value })} />}
          </Field>
          <Field label={recordWords.number} error={form.error(`identifiers.${place}.value`)}>
            {(wiring) => <TextInput {...wiring} value={row.value} onChange={(event) => put(place, { value: event.target.value })} />}
          </Field>
          <Button
            tone="quiet"
            aria-label={recordWords.removeNumber(place + 1)}
            onClick={() => setRows(rows.filter((_, at) => at !== place))}
          >
            {recordWords.remove}
          </Button>
        </div>
      ))}
      {form.fault !== null && <Fault>{form.fault}</Fault>}
      <div className={styles['ends']}>
        <Button tone="primary" disabled={form.saving} onClick={() => form.save({ identifiers: given })}>
          {form.saving ? recordWords.saving : recordWords.save}
        </Button>
        <Button onClick={() => setRows([...rows, { system: '', value: '' }])}>{recordWords.addNumber}</Button>
        <Button onClick={onDone}>{recordWords.cancel}</Button>
      </div>
    </>
  );
}
