import type { ReactNode, SubmitEvent } from 'react';
import type { Me } from '#contract/identity.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { InsecureNotice } from './InsecureNotice.tsx';
import { setUpWords } from './set-up-words.ts';
import styles from './SignIn.module.css';
import { useLinkForm, type LinkField } from './useLinkForm.ts';

type LinkFormProps = {
  token: string;
  kind: 'first' | 'invitation';
  name: string | null;
  email: string | null;
  onEntered: (me: Me) => void;
};

/** The first administrator says what the clinic is called; everybody else only chooses a password. */
export function LinkForm({ token, kind, name, email, onEntered }: LinkFormProps) {
  const { typed, zones, type, send, sending, errorOf } = useLinkForm(token, kind, onEntered);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send();
  };
  const line = (field: LinkField, label: string, autoComplete: string, hint?: ReactNode, kindOf = 'text') => (
    <Field label={label} hint={hint} error={errorOf(field)}>
      {(wiring) => (
        <TextInput
          {...wiring}
          type={kindOf}
          autoComplete={autoComplete}
          required
          value={typed[field]}
          onChange={(event) => type(field, event.target.value)}
        />
      )}
    </Field>
  );

  return (
    <form className={styles['form']} onSubmit={submit}>
      <Logo wide />
      <h1 className={styles['title']}>{kind === 'first' ? setUpWords.firstTitle : setUpWords.invitationTitle(name ?? '')}</h1>
      <p className={styles['note']}>{kind === 'first' ? setUpWords.firstNote : setUpWords.invitationNote(email ?? '')}</p>
      <InsecureNotice />
      {kind === 'first' && (
        <>
          {line('organization', setUpWords.organization, 'organization')}
          <Field label={setUpWords.timeZone} hint={setUpWords.timeZoneHint} error={errorOf('timeZone')}>
            {(wiring) => (
              <Select {...wiring} required value={typed.timeZone} onChange={(event) => type('timeZone', event.target.value)}>
                <option value="">{setUpWords.chooseZone}</option>
                {zones.map((zone) => (
                  <option key={zone}>{zone}</option>
                ))}
              </Select>
            )}
          </Field>
          {line('program', setUpWords.program, 'off', setUpWords.programHint)}
          {line('site', setUpWords.site, 'off')}
          {line('name', setUpWords.name, 'name')}
          {line('email', setUpWords.email, 'username', undefined, 'email')}
        </>
      )}
      {/* Tells the browser's password keeper whom the password is for. */}
      {kind === 'invitation' && <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />}
      {line('password', setUpWords.password, 'new-password', setUpWords.passwordHint, 'password')}
      <Button type="submit" tone="primary" size="field" disabled={sending}>
        {sending ? setUpWords.finishing : setUpWords.finish}
      </Button>
    </form>
  );
}
