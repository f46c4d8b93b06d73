import { cutText } from '#domain/people/cut-text.ts';
import { isQuantity } from './results.ts';
import { datesIn, noDates, type DatesSeen } from './dates.ts';
import { sessionTimesSeen } from './session-times-seen.ts';

/** What was seen in one column of a file: its name, a few cells, its words with how often each came, and its days. */
export type ColumnSeen = {
  readonly name: string;
  readonly samples: readonly string[];
  readonly filled: number;
  /** Empty where there are more different ones than anybody would explain. */
  readonly words: readonly { readonly cell: string; readonly count: number }[];
  readonly dates: DatesSeen;
  /** Rows in which it has minutes of somebody who wasn't there: then they are hardly that person's. */
  readonly ofAbsent?: number | undefined;
  /** One session has several times in it, which overlap: then they are hardly the session's. */
  readonly overlaps?: boolean | undefined;
};

const mostWords = 40;
const mostSamples = 4;

/** Looks through a file's rows once, however many there are, and keeps only what is said above. */
export function columnsSeen(header: readonly string[]): {
  readonly look: (cells: readonly string[]) => void;
  readonly seen: () => readonly ColumnSeen[];
} {
  const columns = header.map((name) => ({
    name,
    filled: 0,
    samples: new Set<string>(),
    words: new Map<string, number>(),
    crowded: false,
    dates: noDates(),
  }));
  const sessions = sessionTimesSeen(header);
  return {
    look: (cells) => {
      sessions.look(cells);
      for (const [at, column] of columns.entries()) {
        const cell = (cells[at] ?? '').trim();
        if (cell === '') continue;
        column.filled += 1;
        if (column.samples.size < mostSamples) column.samples.add(cutText(cell, 60));
        datesIn(column.dates, cell);
        // A number with its unit is explained by nobody.
        if (column.crowded || (isQuantity(cell) && !/^\d+$/.test(cell))) continue;
        const word = cell.toLowerCase();
        column.words.set(word, (column.words.get(word) ?? 0) + 1);
        column.crowded = column.words.size > mostWords || word.length > 60;
      }
    },
    seen: () =>
      columns.map(({ name, filled, samples, words, crowded, dates }, at) => ({
        name,
        filled,
        samples: [...samples],
        words: crowded ? [] : [...words].map(([cell, count]) => ({ cell, count })),
        dates,
        ...sessions.seen(at),
      })),
  };
}
