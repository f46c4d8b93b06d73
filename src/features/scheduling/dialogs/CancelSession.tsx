import { useState } from 'react';
import { call } from '#api/client.ts';
import { sessions } from '#contract/scheduling-sessions.ts';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { dialogWords } from '../dialog-words.ts';
import { useSaving } from '../useSaving.ts';
import { SessionChangeForm, type SessionChangeProps } from './SessionChangeForm.tsx';

const other = 'other';

export function CancelSession({ session, onSaved }: SessionChangeProps) {
  const { id: sessionId, version, cancelledBecause } = session;
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const because = chosen === other ? words : chosen;
  const saving = useSaving({
    save: (_: null, key) =>
      cancelledBecause === null
        ? call(sessions.cancel, { sessionId, because }, { key, version })
        : call(sessions.restore, { sessionId }, { key, version }),
    fields: ['because'],
    onSaved: ({ warnings }) => onSaved(warnings),
  });
  const form = { saving, onSave: () => saving.send(null) };

  if (cancelledBecause !== null)
    return <SessionChangeForm {...form} note={dialogWords.restoreNote(cancelledBecause)} does={dialogWords.restore} />;
  return (
    <SessionChangeForm {...form} note={dialogWords.cancelNote} does={dialogWords.cancel} disabled={because.trim() === ''}>
      <Field label={dialogWords.because} {...(chosen !== other && saving.at('because'))}>
        {(wiring) => (
          <Select {...wiring} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{dialogWords.becauseChoose}</option>
            {dialogWords.becauseOf.map((reason) => (
              <option key={reason} value={reason}>
                {reason}
              </option>
            ))}
            <option value={other}>{dialogWords.becauseOther}</option>
          </Select>
        )}
      </Field>
      {chosen === other && (
        <Field label={dialogWords.becauseWords} {...saving.at('because')}>
          {(wiring) => <TextInput {...wiring} value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
      )}
    </SessionChangeForm>
  );
}
