import { keyWords } from './key-words.ts';
import type { DraftMark } from './roster-draft.ts';
import styles from './TouchKeys.module.css';
import type { RosterRow } from './roster-rows.ts';

type TouchKeysProps = { row: RosterRow; mark: DraftMark; onKey: (key: string) => void };

/** One tap a person where there is no keyboard; whatever needs a number or a choice opens the details. */
export function TouchKeys({ row, mark, onKey }: TouchKeysProps) {
  const keys = [
    ['P', keyWords.here, mark.status === 'present'],
    ['A', keyWords.missed, mark.status === 'absent'],
    ['X', keyWords.excused, mark.status === 'excused'],
    ['Enter', keyWords.more, mark.status === 'late' || mark.status === 'left-early'],
  ] as const;
  return (
    <span className={styles['keys']}>
      {keys.map(([key, words, pressed]) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          className={styles['key']}
          aria-pressed={pressed}
          aria-label={keyWords.forPerson(row.name, words)}
          onClick={(event) => {
            event.stopPropagation();
            onKey(key);
          }}
        >
          {words}
        </button>
      ))}
    </span>
  );
}
