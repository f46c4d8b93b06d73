import { useMutation } from '@tanstack/react-query';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { call } from '#api/client.ts';
import { imports } from '#contract/imports.ts';
import type { ImportShown } from '#contract/imports-shown.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Check.module.css';
import { undoWords as words } from './imports-words.ts';

/** Taking an import back, with what stands in the way of it where something was built on it. */
export function UndoDialog({ one }: { one: ImportShown }) {
  const [open, setOpen] = useState(false);
  const undo = useMutation({
    mutationFn: (leaveDependents: boolean) => call(imports.undo, { importId: one.id, leaveDependents }),
    onSuccess: ({ undone }) => {
      if (undone === 0) return;
      setOpen(false);
      announce(words.done(undone));
    },
  });
  const built = undo.data?.undone === 0 ? undo.data : null;
  return (
    <>
      <Button icon={<Undo2 size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.title}
        closeLabel={words.cancel}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
            <Button tone="primary" disabled={undo.isPending} onClick={() => undo.mutate(built !== null)}>
              {built === null ? words.go : words.goAnyway(built.dependentRows)}
            </Button>
          </>
        }
      >
        {built === null ? (
          <p>{words.text(one.counts.in)}</p>
        ) : (
          <>
            <p>{words.dependents(built.dependentRows)}</p>
            <ul className={styles['built']}>
              {built.dependents.map(({ row, message }) => (
                <li key={row}>{words.line(row, message)}</li>
              ))}
              {built.dependentRows > built.dependents.length && <li>{words.more(built.dependentRows - built.dependents.length)}</li>}
            </ul>
          </>
        )}
        {undo.error !== null && <p role="alert">{undo.error.message}</p>}
      </Dialog>
    </>
  );
}
