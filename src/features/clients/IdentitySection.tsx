import { useState } from 'react';
import type { ClientRecord } from '#contract/client-records.ts';
import { dayWithYear } from '#domain/calendar-words.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { EditIdentity } from './EditIdentity.tsx';
import styles from './Record.module.css';
import { recordWords } from './record-words.ts';

/** Names, birth date, chart number and language, mended in their place. What isn't known is said to be unknown. */
export function IdentitySection({ record }: { record: ClientRecord }) {
  const [editing, setEditing] = useState(false);
  const { fields } = recordWords;
  const shown: readonly (readonly [string, string | null])[] = [
    [fields.firstName, record.firstName],
    [fields.lastName, record.lastName],
    [fields.preferredName, record.preferredName],
    [fields.pronouns, record.pronouns],
    [fields.bornOn, record.bornOn === null ? null : dayWithYear(record.bornOn)],
    [fields.chartNumber, record.chartNumber],
    [fields.language, record.language],
    [fields.interpreter, recordWords.interpreter(record.interpreter)],
  ];
  return (
    <Panel
      id="identity"
      title={recordWords.identity}
      actions={!editing && <Button onClick={() => setEditing(true)}>{recordWords.edit}</Button>}
    >
      {editing ? (
        <EditIdentity record={record} onDone={() => setEditing(false)} />
      ) : (
        <dl className={styles['fields']}>
          {shown.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={value === null ? styles['unknown'] : undefined}>{value ?? recordWords.notKnown}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
