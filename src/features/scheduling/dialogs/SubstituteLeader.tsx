import { useState } from 'react';
import { call } from '#api/client.ts';
import { sessions } from '#contract/scheduling-sessions.ts';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { dialogWords } from '../dialog-words.ts';
import { savingWords } from '../saving-words.ts';
import { useSaving } from '../useSaving.ts';
import { SessionChangeForm, type SessionChangeProps } from './SessionChangeForm.tsx';

type SubstituteLeaderProps = SessionChangeProps & { leaders: readonly { readonly id: string; readonly name: string }[] };

export function SubstituteLeader({ session, leaders, onSaved }: SubstituteLeaderProps) {
  const { id: sessionId, version, leader, substitute } = session;
  const [staffId, setStaff] = useState(substitute?.id ?? '');
  const saving = useSaving({
    save: (_: null, key) => call(sessions.substitute, { sessionId, staffId: staffId === '' ? null : staffId }, { key, version }),
    fields: ['staffId'],
    onSaved: ({ warnings }) => onSaved(warnings),
  });
  return (
    <SessionChangeForm does={savingWords.save} saving={saving} onSave={() => saving.send(null)}>
      <Field label={dialogWords.substituteWho} {...saving.at('staffId')}>
        {(wiring) => (
          <Select {...wiring} value={staffId} onChange={(event) => setStaff(event.target.value)}>
            <option value="">{dialogWords.asPlanned(leader)}</option>
            {leaders
              .filter(({ name }) => name !== leader)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </Select>
        )}
      </Field>
    </SessionChangeForm>
  );
}
