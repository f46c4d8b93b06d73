import { useState } from 'react';
import { call } from '#api/client.ts';
import { sessions } from '#contract/scheduling-sessions.ts';
import { timeAt, type Zone } from '#domain/calendar/calendar.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { TimeInput } from '#ui/TimeInput.tsx';
import { dialogWords } from '../dialog-words.ts';
import { savingWords } from '../saving-words.ts';
import { useSaving } from '../useSaving.ts';
import styles from './dialogs.module.css';
import { SessionChangeForm, type SessionChangeProps } from './SessionChangeForm.tsx';

export function MoveSession({ session, zone, onSaved }: SessionChangeProps & { zone: Zone }) {
  const { id: sessionId, version } = session;
  const [on, setOn] = useState<string>(session.on);
  const [startsAt, setStart] = useState(timeAt(session.startsAt, zone));
  const [endsAt, setEnd] = useState(timeAt(session.endsAt, zone));
  const saving = useSaving({
    save: (_: null, key) => call(sessions.move, { sessionId, on, startsAt, endsAt }, { key, version }),
    fields: ['on', 'startsAt', 'endsAt'],
    onSaved: ({ warnings }) => onSaved(warnings),
  });
  return (
    <SessionChangeForm note={dialogWords.moveNote} does={savingWords.save} saving={saving} onSave={() => saving.send(null)}>
      <div className={styles['pair']}>
        <Field label={dialogWords.day} {...saving.at('on')}>
          {(wiring) => <DateInput {...wiring} value={on} onChange={(event) => setOn(event.target.value)} />}
        </Field>
        <Field label={dialogWords.startsAt} {...saving.at('startsAt')}>
          {(wiring) => <TimeInput {...wiring} value={startsAt} onChange={(event) => setStart(event.target.value)} />}
        </Field>
        <Field label={dialogWords.endsAt} {...saving.at('endsAt')}>
          {(wiring) => <TimeInput {...wiring} value={endsAt} onChange={(event) => setEnd(event.target.value)} />}
        </Field>
      </div>
    </SessionChangeForm>
  );
}
