import { dayWords } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { noticeWords } from '../notice-words.ts';
import { savingWords } from '../saving-words.ts';
import styles from './dialogs.module.css';

type Left = { readonly sessionId: string; readonly on: Day; readonly title: string; readonly because: keyof typeof noticeWords.because };
export type Notice = {
  readonly done: string;
  readonly left: readonly Left[];
  /** How many were left, where not all of them are named. */
  readonly leftInAll?: number;
  readonly warnings: readonly string[];
};

/** What a change did, what it left for somebody to decide about, and what is good to know. Nothing to say, nothing is shown. */
export function ChangeNotice({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  if (notice === null || (notice.left.length === 0 && notice.warnings.length === 0)) return null;
  return (
    <DialogLater
      open
      onClose={onClose}
      title={notice.done}
      closeLabel={savingWords.close}
      actions={
        <Button tone="primary" onClick={onClose}>
          {noticeWords.understood}
        </Button>
      }
    >
      {notice.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      {notice.left.length > 0 && (
        <>
          <p>{noticeWords.left(notice.leftInAll ?? notice.left.length)}</p>
          <ul className={styles['list']}>
            {notice.left.map((one) => (
              <li key={one.sessionId}>{noticeWords.leftOne(dayWords(one.on), one.title, noticeWords.because[one.because])}</li>
            ))}
          </ul>
          {(notice.leftInAll ?? 0) > notice.left.length && <p>{noticeWords.first(notice.left.length)}</p>}
        </>
      )}
    </DialogLater>
  );
}
