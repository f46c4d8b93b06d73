import { useRef, useState, type KeyboardEvent } from 'react';
import { journeyLabels } from './journey-words.ts';
import { cellAfter, type MatrixCell, type Step } from './matrix-cells.ts';
import styles from './MatrixGrid.module.css';

export type OpenedMark = { readonly screenId: string; readonly analyte: string | null };

type MatrixGridProps = {
  cells: readonly (readonly MatrixCell[])[];
  onOpen?: ((mark: OpenedMark) => void) | undefined;
  /** The mark under the pointer or the focus, to be read out below the chart. */
  onPoint: (cell: MatrixCell | null) => void;
};

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
};

const keyOf = (cell: MatrixCell): string => `${cell.row} ${cell.column}`;

/** The marks as a grid that the keyboard can walk, laid over the drawing. One stop of the Tab key. */
export function MatrixGrid({ cells, onOpen, onPoint }: MatrixGridProps) {
  const [reached, setReached] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const flat = cells.flat();
  const stop = flat.find((cell) => keyOf(cell) === reached) ?? cells[0]?.at(-1);

  function stepFrom(event: KeyboardEvent, from: MatrixCell) {
    const step = steps[event.key];
    if (event.key === 'Enter') onOpen?.({ screenId: from.screenId, analyte: from.analyte });
    if (step === undefined) return;
    event.preventDefault();
    const jump = event.ctrlKey || event.metaKey;
    const to = cellAfter(cells, from, jump && step === 'row-start' ? 'first' : jump && step === 'row-end' ? 'last' : step);
    setReached(keyOf(to));
    grid.current?.querySelector<HTMLElement>(`[data-cell="${keyOf(to)}"]`)?.focus();
  }

  return (
    <div ref={grid} role="grid" aria-label={journeyLabels.grid} aria-rowcount={cells.length} aria-colcount={cells[0]?.length ?? 0}>
      {cells.map((row, index) =>
        row.length === 0 ? null : (
          <div key={row[0]?.analyte ?? 'collection'} role="row" aria-rowindex={index + 1}>
            {row.map((cell) => (
              <div
                key={cell.column}
                role="gridcell"
                aria-colindex={cell.column + 1}
                aria-label={cell.name}
                data-cell={keyOf(cell)}
                tabIndex={cell === stop ? 0 : -1}
                className={styles['cell']}
                style={{ left: cell.x - 12, top: cell.y - 12 }}
                onKeyDown={(event) => stepFrom(event, cell)}
                onClick={() => onOpen?.({ screenId: cell.screenId, analyte: cell.analyte })}
                onFocus={() => {
                  setReached(keyOf(cell));
                  onPoint(cell);
                }}
                onBlur={() => onPoint(null)}
                onPointerEnter={() => onPoint(cell)}
                onPointerLeave={() => onPoint(null)}
              />
            ))}
          </div>
        ),
      )}
    </div>
  );
}
