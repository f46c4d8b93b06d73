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
  const act = (clientId: string, action: RowAction) => {
    const row = rows.find((one) => one.clientId === clientId);
    if (row !== undefined) onAct(row, action);
  };
  const { selected, select, onKeyDown } = useRowKeys(
    rows.map(({ clientId }) => clientId),
    act,
    onFilter,
  );
  const { columns } = todayWords;

  return (
    <>
      <div className={styles['head']} aria-hidden="true">
        {Object.values(columns).map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <ol className={styles['list']} aria-label={todayWords.list} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <CaseloadRow
            key={row.clientId}
            row={row}
            now={now}
            phases={phases}
            selected={row.clientId === selected}
            onSelect={() => select(row.clientId)}
            onAct={(action) => onAct(row, action)}
          />
        ))}
      </ol>
    </>
  );
}
