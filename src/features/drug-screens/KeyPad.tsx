import type { MouseEvent } from 'react';
import styles from './KeyPad.module.css';
import { keyWords } from './key-words.ts';
import type { LogRow, Panel } from './log-rows.ts';

type KeyPadProps = {
  panel: Panel;
  watched: boolean;
  /** Whom the keys are about; null where the row that somebody was on is gone, and no key means anything. */
  row: LogRow | null;
  onKey: (key: string) => void;
};

// The focus stays on the row, so that keys and presses can be mixed.
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Every key with its meaning, and a button for each: the whole log can be done by hand. */
export function KeyPad({ panel, watched, row, onKey }: KeyPadProps) {
  const key = (value: string, face: string, label: string) => (
    <button
      key={value}
      type="button"
      tabIndex={-1}
      className={styles['key']}
      disabled={row === null}
      onMouseDown={keepFocus}
      onClick={() => onKey(value)}
    >
      <kbd className={styles['face']}>{face}</kbd>
      <span>{label}</span>
    </button>
  );
  return (
    <div className={styles['pad']} role="toolbar" aria-label={keyWords.pad} data-print="never">
      <p className={styles['whom']}>{row === null ? keyWords.gone : keyWords.whom(row.number, row.name)}</p>
      <div className={styles['keys']}>
        {key('N', 'N', keyWords.N)}
        <span className={styles['range']}>
          <kbd className={styles['face']}>{`1-${panel.analytes.length}`}</kbd> {keyWords.strips}
        </span>
        <span className={styles['strips']}>
          {panel.analytes.map((code, index) => (
            <button
              key={code}
              type="button"
              tabIndex={-1}
              className={styles['strip']}
              disabled={row === null}
              aria-label={`${keyWords.noLineOn} ${index + 1} ${code}`}
              onMouseDown={keepFocus}
              onClick={() => onKey(`strip ${code}`)}
            >
              <span>{index + 1}</span> {code}
            </button>
          ))}
          <button
            type="button"
            tabIndex={-1}
            className={styles['enter']}
            disabled={row === null}
            onMouseDown={keepFocus}
            onClick={() => onKey('Enter')}
          >
            {keyWords.next}
          </button>
        </span>
        {(['T', 'V', 'D', 'O', 'B', 'X', 'K', 'L'] as const).map((letter) => key(letter, letter, keyWords[letter]))}
        {watched && key('W', 'W', keyWords.W)}
        {key('Backspace', '⌫', keyWords.Backspace)}
      </div>
    </div>
  );
}
