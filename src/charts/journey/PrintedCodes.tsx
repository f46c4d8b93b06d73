import { MarkLegend } from '../marks/MarkLegend.tsx';
import type { JourneyLayout } from './journey-layout.ts';
import { journeyLabels } from './journey-words.ts';
import styles from './PrintedCodes.module.css';
import { readingAt } from './matrix.ts';

/** On paper nothing can be pointed at: each mark of the drawing with its letter and its name. */
export function PrintedCodes({ layout: { columns, rows } }: { layout: JourneyLayout }) {
  const drawn = columns.flatMap((column) =>
    column.collection === 'tick' ? rows.flatMap((row) => readingAt(column, row)?.mark ?? []) : [column.collection],
  );
  if (drawn.length === 0) return null;
  return (
    <div className={styles['printed']}>
      <MarkLegend label={journeyLabels.marks} codes={[...new Set(drawn)]} />
    </div>
  );
}
