import { dayWords } from '#domain/calendar/words.ts';
import { FigureTable } from '../figure/FigureTable.tsx';
import type { JourneyLayout } from './journey-layout.ts';
import { journeyTableWords } from './journey-table-words.ts';
import { collectionWords, readingWords } from './journey-words.ts';
import { isMerged, readingAt } from './matrix.ts';

/** A line for each event, a column for each analyte shown. */
export function ScreenTable({ layout }: { layout: JourneyLayout }) {
  const merged = isMerged(layout.axis);
  return (
    <FigureTable
      caption={journeyTableWords.screens}
      columns={[
        { key: 'date', head: journeyTableWords.date },
        { key: 'collection', head: journeyTableWords.collection },
        ...layout.rows.map((row) => ({ key: row.analyte, head: row.name })),
      ]}
      rows={layout.columns.map((column) => ({
        key: column.screen.id,
        head: dayWords(column.screen.on),
        cells: [
          { content: collectionWords(column.screen, column.collection), mark: column.collection !== 'tick' },
          ...layout.rows.map((row) => {
            const reading = readingAt(column, row);
            return reading === null
              ? { content: null }
              : { content: readingWords(reading, column.screen.response), mark: !(merged && reading.mark === 'E') };
          }),
        ],
      }))}
    />
  );
}
