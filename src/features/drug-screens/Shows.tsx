import type { LogDraft } from './log-draft.ts';
import styles from './LogLine.module.css';
import type { LogRow, Panel, RowState } from './log-rows.ts';
import { cupWords, logWords, typingWords } from './log-words.ts';
import { keyOf } from './entry-keys.ts';

type ShowsProps = { id: string; row: LogRow; draft: LogDraft; panel: Panel; state: RowState };

/** What was said of the cup: the key that said it, and its words. */
export function Shows({ id, row, draft, panel, state }: ShowsProps) {
  const typing = draft.typing[row.id];
  if (state === 'typing' && typing !== undefined) {
    return (
      <span id={id} className={styles['field']}>
        {typingWords(typing, panel.analytes)}
        <span className={styles['caret']} aria-hidden="true" />
      </span>
    );
  }
  const cup = row.recorded ?? draft.entries[row.id];
  if (cup === undefined) {
    return (
      <span id={id} className={styles['notRecorded']}>
        {logWords.notRecorded}
      </span>
    );
  }
  return (
    <span id={id} className={styles['value']} data-key={keyOf(cup, panel.analytes)}>
      {cupWords(cup)}
    </span>
  );
}
