import { signInWords } from './sign-in-words.ts';
import styles from './SignIn.module.css';

/** Said where a password is typed, at an address whose requests anybody on the way can read. */
export function InsecureNotice() {
  if (window.isSecureContext) return null;
  return (
    <p className={styles['insecure']} role="note">
      {signInWords.insecure}
    </p>
  );
}
