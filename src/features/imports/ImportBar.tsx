import { useMutation } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import { call } from '#api/client.ts';
import { imports } from '#contract/imports.ts';
import type { ImportShown } from '#contract/imports-shown.ts';
import type { Zone } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import { throwAwayWords } from './imports-words.ts';
import { saveFile } from './save-file.ts';
import { ThrowAway } from './ThrowAway.tsx';
import { UndoDialog } from './UndoDialog.tsx';

type ImportBarProps = { one: ImportShown; zone: Zone; onMatchAgain: () => void; onGone: () => void };

/** Step four: what is ready goes in, what isn't stays in the list. */
export function ImportBar({ one, zone, onMatchAgain, onGone }: ImportBarProps) {
  const start = useMutation({
    mutationFn: () => call(imports.start, { importId: one.id }),
  });
  const held = useMutation({
    mutationFn: () => call(imports.held, { importId: one.id }),
    onSuccess: ({ fileName, csv }) => saveFile(fileName, csv),
  });
  const { fix, ready, update } = one.counts;
  const goes = one.changesWaitFor !== null ? ready : ready + update;
  const problem = start.error ?? held.error;
  return (
    <div className={styles['bar']} data-print="never">
      <div className={styles['barLine']}>
        {goes > 0 && (
          <Button tone="primary" size="field" disabled={start.isPending} onClick={() => start.mutate()}>
            {words.import(goes)}
          </Button>
        )}
        {goes > 0 && fix > 0 && <span>{words.leaves(fix)}</span>}
        {one.changesWaitFor !== null && update > 0 && <span>{words.waits(update, one.changesWaitFor)}</span>}
        {fix > 0 && (
          <Button icon={<Download size={16} aria-hidden="true" />} disabled={held.isPending} onClick={() => held.mutate()}>
            {words.download(fix)}
          </Button>
        )}
        <span className={styles['spring']} />
        {one.undoUntil === null ? (
          <span className={styles['small']}>{words.undoFor}</span>
        ) : (
          <>
            <span className={styles['small']}>{words.until(one.undoUntil, zone)}</span>
            <UndoDialog one={one} />
          </>
        )}
      </div>
      <div className={styles['barLine']}>
        {one.state === 'checked' && (
          <Button tone="quiet" onClick={onMatchAgain}>
            {words.columnsAgain}
          </Button>
        )}
        {(one.state === 'checked' || fix > 0) && (
          <ThrowAway importId={one.id} words={one.state === 'checked' ? throwAwayWords : words.letGo(fix)} onGone={onGone} />
        )}
      </div>
      {problem !== null && <p role="alert">{problem.message}</p>}
    </div>
  );
}
