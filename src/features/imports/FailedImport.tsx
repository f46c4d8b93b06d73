import { useMutation } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { imports } from '#contract/imports.ts';
import type { ImportShown } from '#contract/imports-shown.ts';
import type { Zone } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Check.module.css';
import { checkingWords } from './checking-words.ts';
import { failedWords as words } from './failed-words.ts';
import { throwAwayWords } from './imports-words.ts';
import { ThrowAway } from './ThrowAway.tsx';
import { UndoDialog } from './UndoDialog.tsx';

type FailedImportProps = { one: ImportShown; zone: Zone; onMatchAgain: () => void; onGone: () => void };

/** An import whose work stopped: why, what is in of it, and the ways on. */
export function FailedImport({ one, zone, onMatchAgain, onGone }: FailedImportProps) {
  const retry = useMutation({ mutationFn: () => call(imports.retry, { importId: one.id }) });
  const isIn = one.counts.in;
  return (
    <div className={styles['bar']}>
      <div role="alert">
        <p>
          <strong>{words.title[one.failedIn ?? 'importing']}</strong>
        </p>
        {one.stoppedBecause !== null && <p>{words.reason(one.stoppedBecause)}</p>}
        <p>{words.isIn(isIn, one.rows)}</p>
      </div>
      <div className={styles['barLine']} data-print="never">
        <Button tone="primary" size="field" disabled={retry.isPending} onClick={() => retry.mutate()}>
          {words.tryAgain}
        </Button>
        <span className={styles['small']}>{words.goesOn}</span>
        <span className={styles['spring']} />
        {isIn > 0 && one.undoUntil !== null && (
          <>
            <span className={styles['small']}>{checkingWords.until(one.undoUntil, zone)}</span>
            <UndoDialog one={one} />
          </>
        )}
      </div>
      <div className={styles['barLine']} data-print="never">
        {one.failedIn === 'checking' && (
          <Button tone="quiet" onClick={onMatchAgain}>
            {checkingWords.columnsAgain}
          </Button>
        )}
        <ThrowAway importId={one.id} words={isIn === 0 ? throwAwayWords : checkingWords.letGo(one.rows - isIn)} onGone={onGone} />
      </div>
      {retry.error !== null && <p role="alert">{retry.error.message}</p>}
    </div>
  );
}
