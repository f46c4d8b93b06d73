import type { Service } from '#domain/attendance/delivered-minutes.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { TimeInput } from '#ui/TimeInput.tsx';
import { dialogWords } from '../dialog-words.ts';
import { ownServices, type SessionDraft } from '../session-draft.ts';
import { serviceNames } from '../sessions-words.ts';
import styles from './dialogs.module.css';

type SessionFieldsProps = {
  draft: SessionDraft;
  onChange: (draft: SessionDraft) => void;
  leaders: readonly { readonly id: string; readonly name: string }[];
  at: (field: string) => { id: string; error: string | null };
};

/** What kind of session, when, and who leads it. */
export function SessionFields({ draft, onChange, leaders, at }: SessionFieldsProps) {
  const set = (change: Partial<SessionDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <div className={styles['pair']}>
        <Field label={dialogWords.service} {...at('service')}>
          {(wiring) => (
            <Select {...wiring} value={draft.service} onChange={(event) => set({ service: event.target.value as Service })}>
              {ownServices.map((service) => (
                <option key={service} value={service}>
                  {serviceNames[service]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={dialogWords.title} {...at('title')}>
          {(wiring) => <TextInput {...wiring} value={draft.title} onChange={(event) => set({ title: event.target.value })} />}
        </Field>
      </div>
      <div className={styles['pair']}>
        <Field label={dialogWords.startsAt} {...at('startsAt')}>
          {(wiring) => <TimeInput {...wiring} value={draft.startsAt} onChange={(event) => set({ startsAt: event.target.value })} />}
        </Field>
        <Field label={dialogWords.endsAt} {...at('endsAt')}>
          {(wiring) => <TimeInput {...wiring} value={draft.endsAt} onChange={(event) => set({ endsAt: event.target.value })} />}
        </Field>
        <Field label={dialogWords.breakMinutes} {...at('breakMinutes')}>
          {(wiring) => (
            <TextInput
              {...wiring}
              inputMode="numeric"
              value={draft.breakMinutes}
              onChange={(event) => set({ breakMinutes: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={dialogWords.leader} {...at('leaderId')}>
        {(wiring) => (
          <Select {...wiring} value={draft.leaderId} onChange={(event) => set({ leaderId: event.target.value })}>
            <option value="">{dialogWords.noLeader}</option>
            {leaders.map((leader) => (
              <option key={leader.id} value={leader.id}>
                {leader.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={styles['checks']}>
        <CheckRow checked={draft.telehealth} onChange={(event) => set({ telehealth: event.target.checked })}>
          {dialogWords.telehealth}
        </CheckRow>
        <CheckRow checked={draft.collectsScreens} onChange={(event) => set({ collectsScreens: event.target.checked })}>
          {dialogWords.collectsScreens}
        </CheckRow>
      </div>
    </>
  );
}
