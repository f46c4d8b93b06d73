import type { MouseEvent } from 'react';
import styles from './RosterKeys.module.css';
import type { RosterRow } from './roster-rows.ts';
import { keyWords } from './key-words.ts';

type RosterKeysProps = {
  /** Whom the keys are about; null where the person that somebody was on is gone, and no key means anything. */
  row: RosterRow | null;
  onKey: (key: string) => void;
};

// The focus stays on the row, so that keys and presses can be mixed.
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Every key with its meaning, and a button for each: the whole roster can be done with the mouse. */
export function RosterKeys({ row, onKey }: RosterKeysProps) {
  const key = (value: string, label: string) => (
    <button
      type="button"
      tabIndex={-1}
      className={styles['key']}
      disabled={row === null}
      onMouseDown={keepFocus}
      onClick={() => onKey(value)}
    >
      <kbd className={styles['face']}>{value}</kbd>
      <span>{label}</span>
    </button>
  );
  return (
    <div className={styles['bar']} role="toolbar" aria-label={keyWords.bar}>
      <p className={styles['whom']}>{row === null ? keyWords.gone : keyWords.whom(row.name)}</p>
      {key('P', keyWords.P)}
      {key('L', keyWords.L)}
      {key('F', keyWords.F)}
      <span className={styles['key']}>
        <kbd className={styles['face']}>0-9</kbd> {keyWords.minutes}
      </span>
      {key('A', keyWords.A)}
      {key('X', keyWords.X)}
      {key('T', keyWords.T)}
      {key('M', keyWords.M)}
      {key('Enter', keyWords.Enter)}
      {key('R', keyWords.r)}
      {key('Backspace', keyWords.Backspace)}
    </div>
  );
}
