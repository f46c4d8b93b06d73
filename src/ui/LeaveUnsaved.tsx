import { Button } from './Button.tsx';
import { DialogLater } from './DialogLater.tsx';

type LeaveUnsavedProps = {
  words: { readonly title: string; readonly why: string; readonly leave: string; readonly stay: string };
  onLeave: () => void;
  onStay: () => void;
};

/** Asked before a page is left with something on it that nobody else has. Staying is what Escape does. */
export function LeaveUnsaved({ words, onLeave, onStay }: LeaveUnsavedProps) {
  return (
    <DialogLater
      open
      onClose={onStay}
      title={words.title}
      closeLabel={words.stay}
      actions={
        <>
          <Button onClick={onLeave}>{words.leave}</Button>
          <Button tone="primary" onClick={onStay}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{words.why}</p>
    </DialogLater>
  );
}
