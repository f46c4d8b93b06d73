import { momentWords } from '#domain/calendar/words.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './SafetyConcerns.module.css';
import { safetyWords } from './safety-concerns-words.ts';
import type { Checking, Concern } from './useCheck.ts';

type CheckFormProps = { open: readonly Concern[]; check: Checking; zone: string };

const { check: words } = safetyWords;

/** What is open, with where it came from and who was told; and the statement that answers it. */
export function CheckForm({ open, check, zone }: CheckFormProps) {
  const { draft, put, fault } = check;
  // A single concern that is not the one that was begun for has to be chosen like one of several.
  const several = open.length > 1 || draft.ids.length === 0;
  return (
    <div className={styles['form']}>
      <p>{words.intro}</p>
      {several ? (
        <fieldset className={styles['open']}>
          <legend>{words.which}</legend>
          {open.map((concern) => (
            <CheckRow
              key={concern.id}
              checked={draft.ids.includes(concern.id)}
              onChange={(event) =>
                put({ ids: event.target.checked ? [...draft.ids, concern.id] : draft.ids.filter((one) => one !== concern.id) })
              }
            >
              <ConcernSummary concern={concern} zone={zone} />
            </CheckRow>
          ))}
          {fault('concernIds') !== null && (
            <p role="alert" className={styles['missing']}>
              {fault('concernIds')}
            </p>
          )}
        </fieldset>
      ) : (
        open.map((concern) => (
          <div key={concern.id} className={styles['only']}>
            <ConcernSummary concern={concern} zone={zone} />
          </div>
        ))
      )}
      <Field label={words.summary} hint={words.summaryHint} error={fault('summary')}>
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={4}
            maxLength={2000}
            value={draft.summary}
            onChange={(event) => put({ summary: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.at} error={fault('at')} className={styles['when']}>
        {(wiring) => <TextInput {...wiring} type="datetime-local" value={draft.at} onChange={(event) => put({ at: event.target.value })} />}
      </Field>
      {check.refused !== null && <Fault>{check.refused}</Fault>}
    </div>
  );
}

function ConcernSummary({ concern, zone }: { concern: Concern; zone: string }) {
  const { notified } = concern;
  return (
    <span className={styles['concern']}>
      <strong>{concern.label}</strong>
      <span>{[momentWords(concern.openedAt, zone), concern.source, concern.raisedBy].filter((part) => part !== null).join(', ')}</span>
      {concern.corrected !== null && <span>{concern.corrected}</span>}
      {concern.words !== null && <q>{concern.words}</q>}
      <span>{notified === null ? words.notNotified : words.notified(notified.who, momentWords(notified.at, zone))}</span>
    </span>
  );
}
