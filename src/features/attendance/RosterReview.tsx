import { useState, type RefObject, type SubmitEvent } from 'react';
import type { MarkedSession } from '#domain/attendance/marks.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { problemsOf } from './refused-marks.ts';
import { inputOf } from './roster-input.ts';
import type { RosterDraft } from './roster-draft.ts';
import { markOf, rowState, tallyOf, type RosterRow } from './roster-rows.ts';
import styles from './RosterReview.module.css';
import { rosterWords } from './roster-words.ts';
import type { Saving } from './useSaving.ts';

type RosterReviewProps = {
  button: RefObject<HTMLButtonElement | null>;
  sessionId: string;
  rows: readonly RosterRow[];
  session: MarkedSession;
  draft: RosterDraft;
  saving: Saving;
  onBack: () => void;
};

/** What is marked and who isn't, before anything is saved. Saving is asked for, never done by leaving. */
export function RosterReview({ button, sessionId, rows, session, draft, saving, onBack }: RosterReviewProps) {
  const [fault, setFault] = useState<string | null>(null);
  const { refusal } = saving;
  const fresh = rows.filter((row) => rowState(row, draft, session) === 'entered');
  const typing = rows.find((row) => rowState(row, draft, session) === 'typing');
  const tally = tallyOf(rows, draft);
  const untimed = rows.filter((row) => {
    const { status, arrivedAt, leftAt, minutes } = markOf(row, draft);
    return minutes === null && ((status === 'late' && arrivedAt === null) || (status === 'left-early' && leftAt === null));
  });

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    // One batch at a time: the next is sent once this one is stored.
    if (draft.batch !== null) return;
    const found = typing !== undefined ? rosterWords.typingLeft(typing.name) : fresh.length === 0 ? rosterWords.nothingToSave : null;
    setFault(found);
    if (found === null) saving.save(inputOf(sessionId, fresh, draft));
    else announce(found);
    if (typing !== undefined) onBack();
  };

  return (
    <form className={styles['bar']} aria-label={rosterWords.review} onSubmit={save}>
      {refusal !== null && <ErrorSummary key={refusal.batch.key} title={rosterWords.problems} errors={problemsOf(rows, refusal)} />}
      <div className={styles['counts']}>
        {saving.saved !== null && fresh.length === 0 && <p className={styles['saved']}>{saving.saved}</p>}
        <p id="unmarked-note" className={styles['note']}>
          <strong className={styles['narrow']}>{rosterWords.tally(tally).slice(1).join(' · ')}</strong>
          <span className={styles['wide']}>{rosterWords.unmarked(tally.blank)}</span>
          {untimed.length > 0 && ` ${rosterWords.unknownTimes(untimed.length)}`}
        </p>
        {fault !== null && <p className={styles['fault']}>{fault}</p>}
      </div>
      <Button
        id="save-marks"
        ref={button}
        type="submit"
        size="touch"
        tone={fresh.length > 0 ? 'primary' : 'plain'}
        keyHint="Ctrl Enter"
        aria-describedby="unmarked-note"
        // Disabled in name only: the focus stays here while the marks are on their way.
        aria-disabled={draft.batch !== null}
      >
        {saving.isSending ? rosterWords.saving : rosterWords.save(fresh.length)}
      </Button>
    </form>
  );
}
