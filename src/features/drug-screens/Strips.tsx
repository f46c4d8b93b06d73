import type { ReactNode } from 'react';
import { notValidNames } from '#domain/drug-screens/cups-words.ts';
import { notValidReasons } from '#domain/drug-screens/cups.ts';
import { outcomeNames } from '#domain/drug-screens/words.ts';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { LogDraft } from './log-draft.ts';
import styles from './Strips.module.css';
import type { LogRow, Panel, RowState } from './log-rows.ts';
import { cupWords, logWords } from './log-words.ts';

type StripsProps = {
  row: LogRow;
  draft: LogDraft;
  panel: Panel;
  state: RowState;
  /** Null on rows that don't have the focus: the first press only goes there. */
  onKey: ((key: string) => void) | null;
};

/** The strips in the order printed on the cup: a dash where there is a line, a box with the code where there is none. */
export function Strips({ row, draft, panel, state, onKey }: StripsProps) {
  const typing = draft.typing[row.id];
  const cup = row.recorded ?? draft.entries[row.id];
  const { analytes: codes } = panel;

  if (typing?.asksReason === true) {
    return (
      <Note columns={codes.length}>
        <span className={styles['reasons']}>
          {notValidReasons.map((reason, index) => (
            <button key={reason} type="button" tabIndex={-1} className={styles['reason']} onClick={() => onKey?.(String(index + 1))}>
              <kbd>{index + 1}</kbd> {notValidNames[reason]}
            </button>
          ))}
        </span>
      </Note>
    );
  }
  if (cup !== undefined && cup.outcome !== 'collected')
    return <Note columns={codes.length}>{logWords.outcomeNote(outcomeNames[cup.outcome])}</Note>;
  if (cup !== undefined && cup.notValid !== null) return <Note columns={codes.length}>{logWords.notValidNote}</Note>;
  if (cup !== undefined && cup.toLab) return <Note columns={codes.length}>{logWords.toLabNote}</Note>;
  if (row.recorded !== null && row.recorded.panelId !== panel.id)
    return <Note columns={codes.length}>{`${logWords.otherPanel}: ${cupWords(row.recorded)}`}</Note>;

  const noLine = typing?.strips ?? cup?.noLine ?? [];
  return codes.map((code, index) => (
    <td
      key={code}
      role="gridcell"
      className={styles['strip']}
      onClick={() => (state === 'blank' || state === 'typing' ? onKey?.(`strip ${code}`) : undefined)}
    >
      <Strip code={code} number={index + 1} missing={noLine.includes(code)} state={state} />
    </td>
  ));
}

function Strip({ code, number, missing, state }: { code: string; number: number; missing: boolean; state: RowState }) {
  if (missing)
    return (
      <span className={styles['box']}>
        <span className={styles['code']}>{code}</span>
        <span className={styles['number']} aria-hidden="true">
          {number}
        </span>
      </span>
    );
  if (state === 'typing') return <span className={styles['open']}>{number}</span>;
  if (state === 'blank') return <span className={styles['unread']} />;
  return (
    <>
      <span className={styles['line']} />
      <VisuallyHidden>line</VisuallyHidden>
    </>
  );
}

function Note({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <td role="gridcell" colSpan={columns} aria-colspan={columns} className={styles['note']}>
      {children}
    </td>
  );
}
