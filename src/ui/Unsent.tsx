import { Button } from './Button.tsx';
import { Fault } from './Fault.tsx';
import styles from './Unsent.module.css';
import { useOnline } from './useOnline.ts';

type UnsentProps = {
  /** Something was sent and nobody knows whether it arrived. */
  waits: boolean;
  words: { readonly offline: string; readonly waiting: string; readonly sendAgain: string };
  onSend: () => void;
};

/** Says that work is on this screen and nowhere else, as long as it is so and the network is why. */
export function Unsent({ waits, words, onSend }: UnsentProps) {
  const online = useOnline();
  if (online && !waits) return null;
  return (
    <div className={styles['unsent']}>
      <Fault action={waits && online ? <Button onClick={onSend}>{words.sendAgain}</Button> : undefined}>
        {online ? words.waiting : words.offline}
      </Fault>
    </div>
  );
}
