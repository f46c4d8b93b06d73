import { Button } from '#ui/Button.tsx';
import type { MarkedSession } from '#domain/attendance/marks.ts';
import { marked, type RosterDraft } from './roster-draft.ts';
import styles from './RosterLine.module.css';
import { markOf, storedMark, timesShown, type RosterRow } from './roster-rows.ts';
import { markWords, rosterWords } from './roster-words.ts';
import type { ChangeRoster } from './useRosterDraft.ts';

type ChangedByOtherProps = { row: RosterRow; draft: RosterDraft; session: MarkedSession; onChange: ChangeRoster };

/** Two people marked one place: both marks stand beside each other until somebody chooses. */
export function ChangedByOther({ row, draft, session, onChange }: ChangedByOtherProps) {
  const theirs = storedMark(row);
  const words = markWords({ ...theirs, ...timesShown(theirs, session) }, session);
  return (
    <span className={styles['both']}>
      <span>{rosterWords.changedBy(row.marked?.by ?? rosterWords.somebody, words)}</span>
      <span className={styles['choices']}>
        <Button tabIndex={-1} onClick={() => onChange((now) => marked(now, row.id, null))}>
          {rosterWords.keepTheirs}
        </Button>
        <Button tabIndex={-1} onClick={() => onChange((now) => marked(now, row.id, { ...markOf(row, draft), version: row.version }))}>
          {rosterWords.useMine}
        </Button>
      </span>
    </span>
  );
}
