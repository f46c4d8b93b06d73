import { clockWords } from '#domain/calendar/words.ts';
import { timeAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { LogDraft } from './log-draft.ts';
import type { LogRow, RowState } from './log-rows.ts';
import { correctionWords } from './correction-words.ts';
import styles from './LogLine.module.css';
import { logWords } from './log-words.ts';

type ByProps = { row: LogRow; draft: LogDraft; zone: Zone; state: RowState; onCorrect: () => void };

/** Who read the cup, and when; and whether the server has it. */
export function By({ row, draft, zone, state, onCorrect }: ByProps) {
  const clock = (at: Instant) => clockWords(timeAt(at, zone)).replace(/ [ap]m$/, '');
  if (row.recorded !== null) {
    return (
      <>
        {row.recorded.byYou ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles['correct']}
            aria-label={correctionWords.openFor(row.name)}
            onClick={onCorrect}
          >
            {correctionWords.open}
          </button>
        ) : (
          <span>{logWords.saved}</span>
        )}
        <span>{`${row.recorded.byYou ? logWords.saved : row.recorded.by} ${clock(row.recorded.at)}`}</span>
      </>
    );
  }
  if (state === 'sending') return draft.batch?.waits === true ? logWords.notSent : logWords.sending;
  if (state === 'typing') return logWords.typing;
  const entry = draft.entries[row.id];
  return entry === undefined ? null : `${logWords.you} ${clock(entry.at)}`;
}
