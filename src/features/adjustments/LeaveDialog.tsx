import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { says } from './adjustments-words.ts';

/** Asked before leaving with words that aren't stored. Staying is what Escape does. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <DialogLater
      open
      onClose={onStay}
      title={says.leave.title}
      closeLabel={says.leave.stay}
      actions={
        <>
          <Button onClick={onLeave}>{says.leave.leave}</Button>
          <Button tone="primary" onClick={onStay}>
            {says.leave.stay}
          </Button>
        </>
      }
    >
      <p>{says.leave.text}</p>
    </DialogLater>
  );
}
