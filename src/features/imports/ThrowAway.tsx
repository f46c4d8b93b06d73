import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#api/client.ts';
import { imports } from '#contract/imports.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { undoWords } from './imports-words.ts';

type ThrowAwayProps = {
  importId: string;
  words: { readonly open: string; readonly title: string; readonly text: string; readonly go: string };
  onGone: () => void;
};

/** Forgets a file, or the rows of it that are still held; asked first, because they can't be brought back from here. */
export function ThrowAway({ importId, words, onGone }: ThrowAwayProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const throwAway = useMutation({
    mutationFn: () => call(imports.throwAway, { importId }),
    onSuccess: () => {
      onGone();
    },
  });
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <DialogLater
        open={open}
        onClose={close}
        title={words.title}
        closeLabel={undoWords.cancel}
        actions={
          <>
            <Button onClick={close}>{undoWords.cancel}</Button>
            <Button tone="primary" disabled={throwAway.isPending} onClick={() => throwAway.mutate()}>
              {words.go}
            </Button>
          </>
        }
      >
        <p>{words.text}</p>
        {throwAway.error !== null && <p role="alert">{throwAway.error.message}</p>}
      </DialogLater>
    </>
  );
}
