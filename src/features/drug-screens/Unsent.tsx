import { Button } from '#ui/Button.tsx';
import { Fault } from '#ui/Fault.tsx';
import { unsavedCount, type LogDraft } from './log-draft.ts';
import styles from './LogResults.module.css';
import { signingWords } from './signing-words.ts';
import { useConnected } from './useConnected.ts';

type UnsentProps = { draft: LogDraft; isSending: boolean; onSend: () => void };

/** Says that rows are on this screen and nowhere else, as long as it is so and the network is why. */
export function Unsent({ draft, isSending, onSend }: UnsentProps) {
  const connected = useConnected();
  const count = unsavedCount(draft);
  const waits = draft.batch?.waits === true && !isSending;
  if (count === 0 || (connected && !waits)) return null;
  return (
    <div className={styles['unsent']}>
      <Fault action={waits && connected ? <Button onClick={onSend}>{signingWords.sendAgain}</Button> : undefined}>
        {connected ? signingWords.waiting(draft.batch?.rowIds.length ?? count) : signingWords.offline(count)}
      </Fault>
    </div>
  );
}
