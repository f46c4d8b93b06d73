import { Button } from '#ui/Button.tsx';
import { signInWords } from './sign-in-words.ts';
import styles from './SignIn.module.css';
import { useIdle } from './useIdle.ts';

/** Locks after some minutes without a key or a press, and says so a minute ahead. */
export function IdleGuard({ minutes, onOver }: { minutes: number; onOver: () => void }) {
  const { soon, stay } = useIdle(minutes, onOver);
  if (!soon) return null;
  return (
    <div className={styles['warning']} role="alert">
      <p className={styles['note']}>{signInWords.soon}</p>
      <Button onClick={stay}>{signInWords.stay}</Button>
    </div>
  );
}
