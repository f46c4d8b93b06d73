import { useState } from 'react';
import type { ClientRecord } from '#contract/client-records.ts';
import { clockWords, dayWithYear } from '#domain/calendar-words.ts';
import { dayAt, timeAt } from '#domain/calendar.ts';
import type { IdentityField } from '#domain/client-records.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { Fault } from '#ui/Fault.tsx';
import { IdentityFields } from './IdentityFields.tsx';
import styles from './Record.module.css';
import { carriedOver, draftOf, identityFrom, type Theirs } from './record-draft.ts';
import { recordWords } from './record-words.ts';
import { useRecordForm } from './useRecordForm.ts';

const idOf = (field: string) => `edit-${field}`;

/** Mends who somebody is. What another person changed meanwhile is said at its field, and what was typed stays. */
export function EditIdentity({ record, onDone }: { record: ClientRecord; onDone: () => void }) {
  const [base, setBase] = useState(() => draftOf(record));
  const [draft, setDraft] = useState(base);
  const [theirs, setTheirs] = useState<readonly Theirs[] | null>(null);
  const form = useRecordForm(record, onDone, (now) => {
    const carried = carriedOver(draft, base, draftOf(now));
    setDraft(carried.draft);
    setBase(draftOf(now));
    setTheirs(carried.theirs);
  });
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
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.save({ identity: identityFrom(draft) });
      }}
    >
      {form.problems.length > 0 && (
        <ErrorSummary
          title={recordWords.problems}
          errors={form.problems.map(({ field, says }) => ({ fieldId: idOf(field.replace('identity.', '')), says }))}
        />
      )}
      {theirs !== null && (
        <p className={styles['stale']} role="status">
          {recordWords.stale(theirs.length)}
        </p>
      )}
      <IdentityFields
        draft={draft}
        onChange={setDraft}
        error={(field) => form.error(`identity.${field}`)}
        note={note}
        idOf={idOf}
        today={dayAt(record.asOf, record.timeZone)}
      />
      {form.fault !== null && <Fault>{form.fault}</Fault>}
      <div className={styles['ends']}>
        <button type="submit" hidden />
        <Button tone="primary" disabled={form.saving} onClick={(event) => event.currentTarget.form?.requestSubmit()}>
          {form.saving ? recordWords.saving : recordWords.save}
        </Button>
        <Button onClick={onDone}>{recordWords.cancel}</Button>
      </div>
    </form>
  );
}

/** Who changed a field last, and when. */
function whoChanged({ changes, timeZone }: ClientRecord, field: IdentityField): string {
  const last = changes.find((one) => one.field === field);
  if (last === undefined) return recordWords.somebody;
  return recordWords.changedBy(last.by, dayWithYear(dayAt(last.at, timeZone)), clockWords(timeAt(last.at, timeZone)));
}
