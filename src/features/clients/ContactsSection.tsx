import { useState } from 'react';
import type { ClientRecord } from '#contract/clients-record.ts';
import { Chip } from '#ui/Chip.tsx';
import { Empty } from '#ui/Empty.tsx';
import { ContactFields } from './ContactFields.tsx';
import { contactWords, kindWords, messageWords } from './contact-words.ts';
import { InlineEdit } from './InlineEdit.tsx';
import styles from './Record.module.css';
import { RecordForm } from './RecordForm.tsx';
import { recordWords } from './record-words.ts';
import { useRecordForm } from './useRecordForm.ts';

/** How a person is reached, the preferred way first, and whether a message may be left. */
export function ContactsSection({ record }: { record: ClientRecord }) {
  const lines = record.contacts.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
  return (
    <InlineEdit id="contacts" title={recordWords.contacts} form={(over) => <EditContacts record={record} onOver={over} />}>
      {lines.length === 0 ? (
        <Empty>{recordWords.noContacts}</Empty>
      ) : (
        <ul className={styles['contacts']} role="list">
          {lines.map((line, index) => (
            <li key={index}>
              <span className={styles['quiet']}>{[kindWords[line.kind], contactWords.whoseLabel(line)].filter(Boolean).join(', ')}</span>
              <span className={styles['value']}>{line.value}</span>
              <span className={styles['quiet']}>{messageWords[line.message]}</span>
              {line.preferred && <Chip>{contactWords.preferred}</Chip>}
            </li>
          ))}
        </ul>
      )}
    </InlineEdit>
  );
}

function EditContacts({ record, onOver }: { record: ClientRecord; onOver: (saved: boolean) => void }) {
  const [lines, setLines] = useState(record.contacts);
  const [stale, setStale] = useState<ClientRecord | null>(null);
  const form = useRecordForm(record, () => onOver(true), setStale);
  const idOf = (field: string) => `edit-${field}`;
  const given = lines.map((line) => ({
    ...line,
    ...(line.whose === 'own' ? { name: null, relation: null } : { name: line.name || null, relation: line.relation || null }),
  }));
  return (
    <RecordForm
      form={form}
      idOf={idOf}
      stale={stale === null ? null : recordWords.staleLines(stale.contacts.map(({ value }) => value))}
      onSave={() => form.save({ contacts: given })}
      onCancel={() => onOver(false)}
    >
      <ContactFields lines={lines} onChange={(next) => setLines([...next])} error={form.error} idOf={idOf} />
    </RecordForm>
  );
}
