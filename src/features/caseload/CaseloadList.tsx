import type { CaseloadRow as Row } from '#contract/caseload.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import styles from './Caseload.module.css';
import { CaseloadRow } from './CaseloadRow.tsx';
import type { RowAction } from './RowActions.tsx';
import { todayWords } from './today-words.ts';
import { useRowKeys } from './useRowKeys.ts';

type CaseloadListProps = {
  rows: readonly Row[];
  now: Instant;
  phases: number;
  onAct: (row: Row, action: RowAction) => void;
  onFilter: () => void;
};

/** Everybody who needs something, in order. One stop of the Tab key; j and k go from row to row. */
export function CaseloadList({ rows, now, phases, onAct, onFilter }: CaseloadListProps) {
  const act = (index: number, action: RowAction) => {
    const row = rows[index];
    if (row !== undefined) onAct(row, action);
  };
  const { selected, select, onKeyDown } = useRowKeys(rows.length, act, onFilter);
  const { columns } = todayWords;

  return (
    <>
      <div className={styles['head']} aria-hidden="true">
        {Object.values(columns).map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <ol className={styles['list']} aria-label={todayWords.list} onKeyDown={onKeyDown}>
        {rows.map((row, index) => (
          <CaseloadRow
            key={row.clientId}
            row={row}
            now={now}
            phases={phases}
            selected={index === selected}
            onSelect={() => select(index)}
            onAct={(action) => act(index, action)}
          />
        ))}
      </ol>
    </>
  );
}
