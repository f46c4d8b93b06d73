import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { call } from '#api/client.ts';
import { signIn, type Me } from '#contract/identity.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { Logo } from '#ui/Logo.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { signInWords } from './sign-in-words.ts';
import styles from './SignIn.module.css';

type LockScreenProps = {
  name: string | null;
  title: string;
  /** Whether a page is kept behind the lock: a window that was opened locked has none. */
  kept: boolean;
  onUnlocked: (me: Me) => void;
  onLeave: () => void;
};

/** Stands in the place of the page: nothing about a client is left in the document. */
export function LockScreen({ name, title, kept, onUnlocked, onLeave }: LockScreenProps) {
  const [password, setPassword] = useState('');
  const unlock = useMutation({ mutationFn: () => call(signIn.unlock, { password }), onSuccess: onUnlocked });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    unlock.mutate();
  };

  return (
    <main className={styles['page']} id="main">
      <form className={styles['form']} onSubmit={submit}>
        <Logo wide />
        <h1 className={styles['title']}>{title}</h1>
        <p className={styles['note']}>
          {name === null ? '' : `${name}. `}
          {kept && signInWords.kept}
        </p>
        <Field label={signInWords.password} error={unlock.error?.message}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="password"
              autoComplete="current-password"
              autoFocus
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone="primary" size="field" disabled={unlock.isPending}>
          {unlock.isPending ? signInWords.unlocking : signInWords.unlock}
        </Button>
        <Button type="button" tone="quiet" onClick={onLeave}>
          {signInWords.somebodyElse}
        </Button>
      </form>
    </main>
  );
}
