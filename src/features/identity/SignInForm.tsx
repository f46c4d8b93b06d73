import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { call } from '#api/client.ts';
import { signIn } from '#contract/identity.ts';
import type { Me } from '#contract/identity.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { Logo } from '#ui/Logo.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { InsecureNotice } from './InsecureNotice.tsx';
import { signInWords } from './sign-in-words.ts';
import styles from './SignIn.module.css';

type SignInFormProps = {
  /** Whose page is kept behind the form; null where nobody's is. */
  keptFor: string | null;
  onEntered: (me: Me) => void;
};

export function SignInForm({ keptFor, onEntered }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({ mutationFn: () => call(signIn.enter, { email, password }), onSuccess: onEntered });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    enter.mutate();
  };

  return (
    <main className={styles['page']} id="main">
      <form className={styles['form']} onSubmit={submit}>
        <Logo wide />
        <h1 className={styles['title']}>{keptFor === null ? signInWords.title : signInWords.overTitle}</h1>
        {keptFor !== null && <p className={styles['note']}>{signInWords.over(keptFor)}</p>}
        <InsecureNotice />
        <Field label={signInWords.email}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label={signInWords.password} error={enter.error?.message}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone="primary" size="field" disabled={enter.isPending}>
          {enter.isPending ? signInWords.entering : signInWords.enter}
        </Button>
      </form>
    </main>
  );
}
