import { useEffect, useRef, type Ref } from 'react';
import type { Instant } from '#domain/calendar/calendar.ts';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { LogDraft } from './log-draft.ts';
import styles from './LogGrid.module.css';
import type { CupLog, LogRow, Panel } from './log-rows.ts';
import { logWords } from './log-words.ts';
import { LogLine } from './LogLine.tsx';
import { observerWords } from './observer-words.ts';
import { watchedBy } from './observers.ts';
import type { ChangeDraft } from './useLogDraft.ts';
import { useLogKeys, type GridHandle } from './useLogKeys.ts';
import type { useSigning } from './useSigning.ts';

type LogGridProps = {
  ref: Ref<GridHandle>;
  zone: CupLog['zone'];
  observers: CupLog['observers'];
  readerId: string;
  rows: readonly LogRow[];
  draft: LogDraft;
  panel: Panel;
  now: Instant;
  stop: LogRow;
  onCurrent: (row: LogRow) => void;
  /** A row that a key left as it was entered, with why. */
  left: { readonly rowId: string; readonly message: string } | null;
  onLeft: Parameters<typeof useLogKeys>[0]['onLeft'];
  onChange: ChangeDraft;
  onReview: () => void;
  onWalkIn: () => void;
  onCorrect: (row: LogRow) => void;
  onBreath: ((row: LogRow, typed: string) => void) | null;
  refusal: ReturnType<typeof useSigning>['refusal'];
};

/** One stop of the Tab key for the whole roster: letters and numbers act on the row that has the focus, and nowhere else. */
export function LogGrid({
  ref,
  zone,
  observers,
  readerId,
  rows,
  draft,
  panel,
  now,
  stop,
  onCurrent,
  left,
  onLeft,
  onChange,
  onReview,
  onWalkIn,
  onCorrect,
  onBreath,
  refusal,
}: LogGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const { analytes: codes } = panel;

  const { press, onKeyDown } = useLogKeys({
    ref,
    table,
    rows,
    draft,
    codes,
    stop,
    onCurrent,
    onLeft,
    onChange,
    onReview,
    onWalkIn,
    onCorrect,
    reader: observers === null ? null : readerId,
    onBreath,
  });

  // Who comes here comes to read cups: the row that they were on, or the first to be recorded, has the focus.
  useEffect(() => table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true }), []);

  return (
    <div className={styles['scroll']}>
      <table
        ref={table}
        role="grid"
        className={styles['grid']}
        aria-label={logWords.grid}
        aria-describedby="log-help n-means"
        aria-rowcount={rows.length + 1}
        aria-colcount={7 + codes.length + (observers === null ? 0 : 1)}
        data-observed={observers !== null || undefined}
        onKeyDown={onKeyDown}
      >
        <caption>
          <VisuallyHidden>
            <span id="log-help">{`${logWords.keysHelp}${observers === null ? '' : ` ${logWords.watchHelp}`}${onBreath === null ? '' : ` ${logWords.breathHelp}`}`}</span>
          </VisuallyHidden>
        </caption>
        <colgroup>
          {(['ordinal', 'client', 'birth', 'timing', 'heat', 'strips'] as const).map((column) => (
            <col key={column} className={styles[column]} />
          ))}
          {codes.map((code) => (
            <col key={code} className={styles['stripColumn']} />
          ))}
          {observers !== null && <col className={styles['watcher']} />}
          <col className={styles['reader']} />
        </colgroup>
        <GridHead codes={codes} watched={observers !== null} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <LogLine
              key={row.id}
              row={row}
              zone={zone}
              observers={observers}
              draft={draft}
              panel={panel}
              now={now}
              isCurrent={row.id === stop.id}
              left={left?.rowId === row.id ? left.message : null}
              onFocus={() => onCurrent(row)}
              onKey={(key) => press(row, key, false)}
              onCorrect={() => onCorrect(row)}
              onWatched={(watched) => onChange((before) => watchedBy(before, row.id, watched))}
              refusal={refusal}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridHead({ codes, watched }: { codes: readonly string[]; watched: boolean }) {
  const { columns } = logWords;
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {[columns.number, columns.client, columns.born, columns.timer, columns.temperature, columns.shows].map((name) => (
          <th key={name} role="columnheader" scope="col">
            {name}
          </th>
        ))}
        {codes.map((code, index) => (
          <th key={code} role="columnheader" scope="col" className={styles['strip']}>
            <span className={styles['number']}>{index + 1}</span>
            <span className={styles['code']}>{code}</span>
          </th>
        ))}
        {watched && (
          <th role="columnheader" scope="col">
            {observerWords.column}
          </th>
        )}
        <th role="columnheader" scope="col" className={styles['by']}>
          {columns.by}
        </th>
      </tr>
    </thead>
  );
}
