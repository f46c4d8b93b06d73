import { useState } from 'react';
import type { ClientRecord } from '#contract/client-records.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Panel } from '#ui/Panel.tsx';
import { ContactFields } from './ContactFields.tsx';
import { contactWords, kindWords, messageWords } from './contact-words.ts';
import styles from './Record.module.css';
import { recordWords } from './record-words.ts';
import { useRecordForm } from './useRecordForm.ts';

/** How a person is reached, the preferred way first, and whether a message may be left. */
export function ContactsSection({ record }: { record: ClientRecord }) {
  const [editing, setEditing] = useState(false);
  const lines = record.contacts.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
  return (
    <Panel
      id="contacts"
      title={recordWords.contacts}
      actions={!editing && <Button onClick={() => setEditing(true)}>{recordWords.edit}</Button>}
    >
      {editing ? (
        <EditContacts record={record} onDone={() => setEditing(false)} />
      ) : lines.length === 0 ? (
        <Empty>{recordWords.noContacts}</Empty>
      ) : (
        <ul className={styles['rows']} role="list">
          {lines.map((line, place) => (
            <li key={place}>
              <span className={styles['quiet']}>{[kindWords[line.kind], contactWords.whoseSays(line)].filter(Boolean).join(', ')}</span>
              <span className={styles['value']}>{line.value}</span>
              <span className={styles['quiet']}>{messageWords[line.message]}</span>
              {line.preferred && <Chip>{contactWords.preferred}</Chip>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function EditContacts({ record, onDone }: { record: ClientRecord; onDone: () => void }) {
  const [lines, setLines] = useState(record.contacts);
  const [stale, setStale] = useState<ClientRecord | null>(null);
  const form = useRecordForm(record, onDone, setStale);
  const given = lines.map((line) => ({
    ...line,
    ...(line.whose === 'own' ? { name: null, relation: null } : { name: line.name || null, relation: line.relation || null }),
  }));
  return (
    <>
      {stale !== null && (
        <p className={styles['stale']} role="status">
          {recordWords.staleLines(stale.contacts.map(({ value }) => value))}
        </p>
      )}
      <ContactFields lines={lines} onChange={(next) => setLines([...next])} error={form.error} idOf={(field) => `edit-${field}`} />
      {form.fault !== null && <Fault>{form.fault}</Fault>}
      <div className={styles['ends']}>
        <Button tone="primary" disabled={form.saving} onClick={() => form.save({ contacts: given })}>
          {form.saving ? recordWords.saving : recordWords.save}
        </Button>
        <Button onClick={onDone}>{recordWords.cancel}</Button>
      </div>
    </>
  );
}
