import { dayWords } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import styles from './RosterLine.module.css';
import type { RosterRow } from './roster-rows.ts';
import { rosterWords } from './roster-words.ts';

type SecondMissProps = { row: RosterRow; on: Day; onOutreach: ((row: RosterRow) => void) | null };

/** Two missed in a row is the moment to reach out, not to wait for the next list. */
export function SecondMiss({ row, on, onOutreach }: SecondMissProps) {
  return (
    <span className={styles['second']}>
      {rosterWords.second(dayWords(on))}{' '}
      {onOutreach === null ? (
        rosterWords.therapistSees
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={styles['outreach']}
          aria-label={rosterWords.outreachFor(row.name)}
          aria-keyshortcuts="o"
          onClick={(event) => {
            event.stopPropagation();
            onOutreach(row);
          }}
        >
          {rosterWords.outreach}
        </button>
      )}
    </span>
  );
}
