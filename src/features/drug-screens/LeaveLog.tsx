import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { signingWords } from './signing-words.ts';

type LeaveLogProps = { count: number; onLeave: () => void; onStay: () => void };

/** Asked before a page with unsigned rows is left. */
export function LeaveLog({ count, onLeave, onStay }: LeaveLogProps) {
  return (
    <DialogLater
      open
      onClose={onStay}
      title={signingWords.leaving}
      closeLabel={signingWords.stay}
      actions={
        <>
          <Button onClick={onLeave}>{signingWords.leave}</Button>
          <Button tone="primary" onClick={onStay}>
            {signingWords.stay}
          </Button>
        </>
      }
    >
      <p>{signingWords.leavingWhy(count)}</p>
    </DialogLater>
  );
}
