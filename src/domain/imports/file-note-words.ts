import type { Delimiter, FileNote } from './file-shape.ts';

const delimiterWords: Readonly<Record<Delimiter, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

const linesWords = (lines: readonly number[]): string => (lines.length === 1 ? `Line ${lines[0]}` : `Lines ${lines.join(', ')}`);

/** How a file was read that isn't simply a table in UTF-8 with commas, as whoever brings it in reads it. */
export function fileNoteWords(note: FileNote): string {
  switch (note.code) {
    case 'encoding':
      return 'Read as Windows-1252, not UTF-8: look at names with accents.';
    case 'delimiter':
      return `Separated by ${delimiterWords[note.delimiter]}.`;
    case 'sheet':
      return note.others.length === 0
        ? `Read from the sheet ${note.name}.`
        : `Read from the sheet ${note.name}; not from ${note.others.join(', ')}.`;
    case 'banner':
      return `The names of the columns are in line ${note.line}; what is above is not read.`;
    case 'names-again':
      return `${linesWords(note.lines)} ${note.lines.length === 1 ? 'repeats' : 'repeat'} the names and ${note.lines.length === 1 ? 'is' : 'are'} not read.`;
    case 'totals':
      return `${linesWords(note.lines)} ${note.lines.length === 1 ? 'is a total' : 'are totals'} of the report and ${note.lines.length === 1 ? 'is' : 'are'} not read.`;
  }
  note satisfies never;
}
