import { useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react';
import type { Instant } from '#domain/calendar.ts';
import { announce } from '#ui/announcements.ts';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { LogDraft } from './log-draft.ts';
import styles from './LogGrid.module.css';
import { entered, pressed, steppedBy, type Pressed } from './log-keys.ts';
import { rowState, type CupLog, type LogRow, type Panel } from './log-rows.ts';
import { cupWords, logWords } from './log-words.ts';
import { LogLine } from './LogLine.tsx';
import { nextOpen, rowAt } from './row-moves.ts';
import type { ChangeDraft } from './useLogDraft.ts';
import type { useSigning } from './useSigning.ts';

export type GridHandle = { readonly press: (key: string) => void };

type LogGridProps = {
  ref: Ref<GridHandle>;
  log: CupLog;
  rows: readonly LogRow[];
  draft: LogDraft;
  panel: Panel;
  now: Instant;
  exactly: () => Instant;
  currentId: string;
  onCurrent: (id: string) => void;
  onChange: ChangeDraft;
  onReview: () => void;
  onWalkIn: () => void;
  refusal: ReturnType<typeof useSigning>['refusal'];
};

/** One stop of the Tab key for the whole roster: letters and numbers act on the row that has the focus, and nowhere else. */
export function LogGrid({ ref, log, rows, draft, panel, now, exactly, currentId, onCurrent, onChange, onReview, onWalkIn, refusal }: LogGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const { analytes: codes } = panel;

  const goTo = (id: string) => {
    onCurrent(id);
    table.current?.querySelector<HTMLElement>(`#cup-${CSS.escape(id)}`)?.focus();
  };
  const apply = (row: LogRow, done: Pressed | null, nextId: string) => {
    if (done === null) return;
    onChange(() => done.draft);
    const entry = done.draft.entries[row.id];
    if (done.entered && entry !== undefined) {
      const count = rows.filter((one) => !['blank', 'typing'].includes(rowState(one, done.draft))).length;
      announce(logWords.recordedSaid(row.name.split(',')[0] ?? row.name, cupWords(entry), count, rows.length));
    }
    goTo(done.go === 'next' ? nextId : done.go === 'stay' ? row.id : done.go.rowId);
  };
  const step = (row: LogRow, way: 'undo' | 'redo') => {
    const done = steppedBy(draft, way);
    apply(row, done, row.id);
    const touched = done !== null && typeof done.go === 'object' ? rows.find(({ id }) => typeof done.go === 'object' && id === done.go.rowId) : undefined;
    if (touched !== undefined) announce(way === 'undo' ? logWords.undone(touched.name) : logWords.redone(touched.name));
  };
  /** Answers whether the key meant something here. */
  const press = (row: LogRow, key: string, spelled: boolean): boolean => {
    const place = { rowId: row.id, codes, at: exactly() };
    const open = !['saved', 'sending'].includes(rowState(row, draft));
    const moved = rowAt(rows, row.id, key);
    if (moved !== null) {
      const left = open ? entered(draft, place) : null;
      if (left?.entered === true) apply(row, left, moved);
      else goTo(moved);
      return true;
    }
    if (!open) {
      if (key === 'Enter') goTo(nextOpen(rows, draft, row.id));
      return key === 'Enter';
    }
    const done = pressed(draft, key, place, spelled);
    apply(row, done, done === null ? row.id : nextOpen(rows, done.draft, row.id));
    return done !== null;
  };
  const current = rows.find(({ id }) => id === currentId);
  useImperativeHandle(ref, () => ({
    press: (key) => {
      if (current === undefined) return;
      if (key === 'undo') step(current, 'undo');
      else press(current, key, false);
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    const row = current;
    if (row === undefined) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'z') step(row, event.shiftKey ? 'redo' : 'undo');
    else if (control && event.key === 'Enter') {
      const left = entered(draft, { rowId: row.id, codes, at: exactly() });
      if (left.entered) apply(row, left, row.id);
      onReview();
    } else if (event.key === '+' && !control) onWalkIn();
    else if (control || event.altKey || !press(row, event.key, event.shiftKey)) return;
    event.preventDefault();
  };

  return (
    <div className={styles['scroll']}>
      <table ref={table} role="grid" className={styles['grid']} aria-label={logWords.grid} aria-describedby="log-help n-means" aria-rowcount={rows.length + 1} aria-colcount={7 + codes.length} onKeyDown={onKeyDown}>
        <caption>
          <VisuallyHidden>
            <span id="log-help">{logWords.keysHelp}</span>
          </VisuallyHidden>
        </caption>
        <colgroup>
          {(['ordinal', 'client', 'birth', 'timing', 'heat', 'showing'] as const).map((column) => (
            <col key={column} className={styles[column]} />
          ))}
          {codes.map((code) => (
            <col key={code} className={styles['stripColumn']} />
          ))}
          <col className={styles['reader']} />
        </colgroup>
        <GridHead codes={codes} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <LogLine key={row.id} row={row} log={log} draft={draft} panel={panel} now={now} isCurrent={row.id === currentId} onFocus={onCurrent} onKey={(key) => press(row, key, false)} refusal={refusal} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridHead({ codes }: { codes: readonly string[] }) {
  const { columns } = logWords;
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {[columns.number, columns.client, columns.born, columns.timer, columns.temperature, columns.shows].map((name) => (
          <th key={name} role="columnheader" scope="col">
            {name}
          </th>
        ))}
        {codes.map((code, place) => (
          <th key={code} role="columnheader" scope="col" className={styles['strip']}>
            <span className={styles['number']}>{place + 1}</span>
            <span className={styles['code']}>{code}</span>
          </th>
        ))}
        <th role="columnheader" scope="col" className={styles['by']}>
          {columns.by}
        </th>
      </tr>
    </thead>
  );
}
