import { useState } from 'react';
import type { ClientRecord } from '#contract/clients-record.ts';
import { clockWords, dayWithYear } from '#domain/calendar/words.ts';
import { dayAt, timeAt } from '#domain/calendar/calendar.ts';
import type { IdentityField } from '#domain/clients/record.ts';
import { unwholeDates } from '#ui/unwhole-dates.ts';
import { IdentityFields } from './IdentityFields.tsx';
import styles from './Record.module.css';
import { carriedOver, draftOf, identityFrom, type Theirs } from './record-draft.ts';
import { RecordForm } from './RecordForm.tsx';
import { recordWords } from './record-words.ts';
import { useRecordForm } from './useRecordForm.ts';

const idOf = (field: string) => `edit-${field}`;

/** Mends who somebody is. What another person changed meanwhile is said at its field, and what was typed stays. */
export function EditIdentity({ record, onOver }: { record: ClientRecord; onOver: (saved: boolean) => void }) {
  const [base, setBase] = useState(() => draftOf(record));
  const [draft, setDraft] = useState(base);
  const [theirs, setTheirs] = useState<readonly Theirs[] | null>(null);
  const form = useRecordForm(
    record,
    () => onOver(true),
    (now) => {
      const carried = carriedOver(draft, base, draftOf(now));
      setDraft(carried.draft);
      setBase(draftOf(now));
      setTheirs(carried.theirs);
    },
  );
  const note = (field: IdentityField) => {
    const changed = theirs?.find((one) => one.field === field);
    if (changed === undefined || draft[field] === changed.value) return undefined;
    return (
      <span className={styles['theirs']}>
        {recordWords.theirs(whoChanged(record, field), changed.value)}{' '}
        <button type="button" className={styles['link']} onClick={() => setDraft({ ...draft, [field]: changed.value })}>
          {recordWords.useTheirs}
        </button>
      </span>
    );
  };
  return (
    <RecordForm
      form={form}
      idOf={(field) => idOf(field.replace('identity.', ''))}
      stale={theirs === null ? null : recordWords.stale(theirs.length)}
      onSave={(typed) => form.save({ identity: identityFrom(draft) }, unwholeDates(typed).length > 0 ? ['identity.bornOn'] : [])}
      onCancel={() => onOver(false)}
    >
      <IdentityFields
        draft={draft}
        onChange={setDraft}
        error={(field) => form.error(`identity.${field}`)}
        note={note}
        idOf={idOf}
        today={dayAt(record.asOf, record.timeZone)}
      />
    </RecordForm>
  );
}

/** Who changed a field last, and when. */
function whoChanged({ changes, timeZone }: ClientRecord, field: IdentityField): string {
  const last = changes.find((one) => one.field === field);
  if (last === undefined) return recordWords.somebody;
  return recordWords.changedBy(last.by, dayWithYear(dayAt(last.at, timeZone)), clockWords(timeAt(last.at, timeZone)));
}
