import { addDays } from '#domain/calendar/calendar.ts';
import { MarkShape } from '../marks/MarkShape.tsx';
import { DoseBars } from './DoseBars.tsx';
import type { LayerProps } from './layer-props.ts';
import { isMerged, isTicked, readingAt, type MatrixRow } from './matrix.ts';
import styles from './matrix.module.css';
import { bottomOf, markLineOf, middleOf, type Band } from './tracks.ts';

/** One event, one mark: a ticked collection opens a mark for each analyte, anything else is one mark and a pale column. */
export function ScreenMatrix(props: LayerProps) {
  const { layout, x } = props;
  const { columns, rows, tracks, axis } = layout;
  return (
    <g>
      {columns
        .filter((column) => column.collection !== 'tick')
        .map((column) =>
          rows.map((row, index) => (
            <GapCell key={`${column.screen.id} ${row.analyte}`} at={x(column.screen.on, column.part)} row={row} band={tracks.rows[index]} />
          )),
        )}
      {columns.map((column) => {
        const at = x(column.screen.on, column.part);
        const middle = middleOf(tracks.collection);
        if (column.collection === 'tick')
          return <path key={column.screen.id} className={styles['collected']} d={`M${at} ${middle - 4.5}v9`} />;
        return <MarkShape key={column.screen.id} counts="collection" code={column.collection} x={at} y={middle} size={12} />;
      })}
      {rows.map((row, index) => {
        const band = tracks.rows[index];
        return band === undefined ? null : <AnalyteRow key={row.analyte} {...props} row={row} band={band} merged={isMerged(axis)} />;
      })}
    </g>
  );
}

/** The pale column of a specimen that wasn't there, broken where a dose is written. */
function GapCell({ at, row, band }: { at: number; row: MatrixRow; band: Band | undefined }) {
  if (band === undefined) return null;
  const top = row.medicated ? band.top + 21 : band.top;
  return <rect className={styles['gap']} x={at - 4} y={top} width={8} height={bottomOf(band) - top} />;
}

function AnalyteRow({ journey, layout, x, row, band, merged }: LayerProps & { row: MatrixRow; band: Band; merged: boolean }) {
  const line = markLineOf(band);
  const windows = layout.facts.windows.filter((window) => window.analyte === row.analyte);
  return (
    <g>
      {!row.medicated && <path className={merged ? styles['merged'] : styles['rowLine']} d={`M0 ${line}H${layout.axis.width}`} />}
      {windows.map((window) => (
        <rect
          key={window.from}
          className={styles['window']}
          x={x(window.from)}
          y={line - 9}
          width={x(addDays(window.to, 1)) - x(window.from)}
          height={18}
          rx={2}
        />
      ))}
      {row.medicated && <DoseBars journey={journey} layout={layout} x={x} row={row} band={band} />}
      {layout.columns.map((column) => {
        const reading = readingAt(column, row);
        if (reading === null || (merged && reading.mark === 'E')) return null;
        return (
          <MarkShape
            key={column.screen.id}
            counts="screen"
            code={reading.mark}
            x={x(column.screen.on, column.part)}
            y={line}
            size={12}
            presumptive={isTicked(reading)}
          />
        );
      })}
    </g>
  );
}
