import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { adjustmentsWords } from './adjustments-words.ts';

/** Asked before leaving with words that aren't stored. Staying is what Escape does. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <DialogLater
      open
      onClose={onStay}
      title={adjustmentsWords.leave.title}
      closeLabel={adjustmentsWords.leave.stay}
      actions={
        <>
          <Button onClick={onLeave}>{adjustmentsWords.leave.leave}</Button>
          <Button tone="primary" onClick={onStay}>
            {adjustmentsWords.leave.stay}
          </Button>
        </>
      }
    >
      <p>{adjustmentsWords.leave.text}</p>
    </DialogLater>
  );
}
