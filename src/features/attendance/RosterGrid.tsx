import { useEffect, useRef, type Ref } from 'react';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { EntryContext } from './roster-keys.ts';
import type { RosterDraft } from './roster-draft.ts';
import styles from './RosterGrid.module.css';
import type { RosterRow } from './roster-rows.ts';
import { rosterWords } from './roster-words.ts';
import { RosterLine } from './RosterLine.tsx';
import { refusalOf } from './refused-marks.ts';
import type { ChangeRoster } from './useRosterDraft.ts';
import { useRosterKeys, type RosterHandle } from './useRosterKeys.ts';
import type { Saving } from './useSaving.ts';

type RosterGridProps = {
  ref: Ref<RosterHandle>;
  rows: readonly RosterRow[];
  draft: RosterDraft;
  context: Omit<EntryContext, 'row'>;
  stop: RosterRow;
  fault: { readonly rowId: string; readonly message: string } | null;
  refusal: Saving['refusal'];
  onCurrent: (id: string) => void;
  onChange: ChangeRoster;
  onFault: (fault: { readonly rowId: string; readonly message: string } | null) => void;
  onReview: () => void;
  onOutreach: ((row: RosterRow) => void) | null;
  onOpen: Parameters<typeof useRosterKeys>[0]['onOpen'];
};

const columns = ['number', 'client', 'born', 'status', 'in', 'out', 'counts', 'where', 'by'] as const;

/** One stop of the Tab key for the whole roster: keys act on the row that has the focus, and nowhere else. */
export function RosterGrid({ ref, rows, draft, context, stop, fault, refusal, onCurrent, onChange, onOutreach, ...keys }: RosterGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const { press, onKeyDown } = useRosterKeys({ ref, table, rows, draft, context, stop, onCurrent, onChange, ...keys });

  // Who comes here comes to mark people: the person that they were on, or the first not marked, has the focus.
  useEffect(() => table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true }), []);

  return (
    <div className={styles['scroll']}>
      <table
        ref={table}
        role="grid"
        className={styles['grid']}
        aria-label={rosterWords.grid}
        aria-describedby="roster-help roster-rule"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        onKeyDown={onKeyDown}
      >
        <caption>
          <VisuallyHidden>
            <span id="roster-help">{rosterWords.help}</span>
          </VisuallyHidden>
        </caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col" className={styles[column]}>
                {rosterWords.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <RosterLine
              key={row.id}
              row={row}
              draft={draft}
              context={context}
              isCurrent={row.id === stop.id}
              fault={fault?.rowId === row.id ? fault.message : refusalOf(row, refusal)}
              onFocus={onCurrent}
              onKey={(key) => {
                onCurrent(row.id);
                press(row, key, true);
              }}
              onChange={onChange}
              onOutreach={onOutreach}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
