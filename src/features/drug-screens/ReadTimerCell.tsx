import { hoursBetween, type Instant } from '#domain/calendar/calendar.ts';
import type { LogDraft } from './log-draft.ts';
import styles from './LogLine.module.css';
import { rowState, type LogRow, type Panel } from './log-rows.ts';
import { logWords, timerWords } from './log-words.ts';
import { readTimer } from './read-timer.ts';

type ReadTimerCellProps = { row: LogRow; draft: LogDraft; panel: Panel; now: Instant; onSetDown: () => void };

/** How long the cup has stood. Pressing it, or Space, says that the cup was just set down. */
export function ReadTimerCell({ row, draft, panel, now, onSetDown }: ReadTimerCellProps) {
  const setDownAt = draft.setDown[row.id];
  const state = rowState(row, draft);
  const known = row.recorded ?? draft.entries[row.id];
  const open = state === 'blank' || state === 'typing';
  const running = open && setDownAt !== undefined ? readTimer(setDownAt, now, panel) : null;

  const words = () => {
    if (running !== null) return timerWords(running, panel.readUntilMinutes);
    if (known === undefined) return logWords.noCupYet;
    if (known.outcome !== 'collected') return logWords.noCup;
    const entry = draft.entries[row.id];
    return setDownAt === undefined || entry === undefined
      ? logWords.notTimed
      : logWords.readAt(Math.max(0, Math.floor(hoursBetween(setDownAt, entry.at) * 60)));
  };
  return (
    <td role="gridcell" className={styles['timer']} data-timer={running?.kind}>
      {open ? (
        <button type="button" tabIndex={-1} className={styles['setDown']} onClick={onSetDown} title={logWords.setDown}>
          {words()}
        </button>
      ) : (
        words()
      )}
    </td>
  );
}
