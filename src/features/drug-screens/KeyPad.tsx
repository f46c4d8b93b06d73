import type { MouseEvent } from 'react';
import styles from './KeyPad.module.css';
import { keyWords } from './key-words.ts';
import type { Panel } from './log-rows.ts';

type KeyPadProps = { panel: Panel; watched: boolean; onKey: (key: string) => void };

// The focus stays on the row, so that keys and presses can be mixed.
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Every key with its meaning, and a button for each: the whole log can be done by hand. */
export function KeyPad({ panel, watched, onKey }: KeyPadProps) {
  const key = (value: string, face: string, label: string) => (
    <button key={value} type="button" tabIndex={-1} className={styles['key']} onMouseDown={keepFocus} onClick={() => onKey(value)}>
      <kbd className={styles['face']}>{face}</kbd>
      <span>{label}</span>
    </button>
  );
  return (
    <div className={styles['pad']} role="toolbar" aria-label={keyWords.pad} data-print="never">
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
              aria-label={`${keyWords.noLineOn} ${index + 1} ${code}`}
              onMouseDown={keepFocus}
              onClick={() => onKey(`strip ${code}`)}
            >
              <span>{index + 1}</span> {code}
            </button>
          ))}
          <button type="button" tabIndex={-1} className={styles['enter']} onMouseDown={keepFocus} onClick={() => onKey('Enter')}>
            {keyWords.next}
          </button>
        </span>
        {(['T', 'V', 'D', 'O', 'B', 'X', 'K', 'L'] as const).map((letter) => key(letter, letter, keyWords[letter]))}
        {watched && key('W', 'W', keyWords.W)}
      </div>
    </div>
  );
}
