import type { LogDraft } from './log-draft.ts';
import styles from './Observers.module.css';
import type { CupLog, LogRow, RowState } from './log-rows.ts';
import { ObserverOptions } from './ObserverOptions.tsx';
import { observerWords } from './observer-words.ts';
import { watchedOn, type Watched } from './observers.ts';

type ObserverCellProps = {
  row: LogRow;
  draft: LogDraft;
  observers: NonNullable<CupLog['observers']>;
  state: RowState;
  onWatched: (watched: Watched) => void;
};

/** Who watched this collection: one key turns it, and the list is there for the mouse and for anybody else. */
export function ObserverCell({ row, draft, observers, state, onWatched }: ObserverCellProps) {
  const entry = draft.entries[row.id];
  const isOpen = state === 'blank' || state === 'typing' || state === 'entered';
  const noCup = row.recorded === null ? entry !== undefined && entry.outcome !== 'collected' : row.recorded.outcome !== 'collected';
  return (
    <td role="gridcell" className={styles['cell']} data-head={observerWords.column}>
      {noCup && observerWords.noCup}
      {!noCup && row.recorded !== null && savedWords(row.recorded)}
      {!noCup && row.recorded === null && (
        <select
          className={styles['select']}
          data-watched
          tabIndex={-1}
          aria-label={observerWords.of(row.name)}
          value={watchedOn(draft, row.id)}
          disabled={!isOpen}
          onChange={(event) => onWatched(event.target.value)}
        >
          <ObserverOptions observers={observers} />
        </select>
      )}
    </td>
  );
}

const savedWords = ({ observed, observedBy }: NonNullable<LogRow['recorded']>): string =>
  observed === null ? observerWords.notRecorded : observed ? (observedBy?.name ?? observerWords.yes) : observerWords.nobody;
