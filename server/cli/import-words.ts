import { fileNoteWords } from '#domain/imports/file-note-words.ts';
import { problemWords } from '#domain/imports/problem-words.ts';
import type { LocatedProblem } from '#domain/imports/problems.ts';
import type { Column } from '#server/imports/csv/kind.ts';
import type { FileReport } from '#server/imports/import-files.ts';

const shown = 50;

const count = (n: number): string => n.toLocaleString('en');
const rows = (n: number): string => (n === 1 ? '1 row' : `${count(n)} rows`);

/** 'sessions.csv: 12,000 rows read' */
export const progressLine = (file: string, read: number): string => `${file}: ${rows(read)} read`;

function stateLine({ file, kind, state, rows: read, added, here, heldBack, seconds }: FileReport): string {
  const pace = seconds > 0.5 ? `, ${count(Math.round(read / seconds))} a second` : '';
  const counts = `${rows(read)} read, ${count(added)} added, ${count(here)} already here${heldBack > 0 ? `, ${count(heldBack)} held back` : ''}${pace}`;
  switch (state) {
    case 'kept':
      return `${file} (${kind ?? 'unknown'}): ${counts}.`;
    case 'checked':
      return `${file} (${kind ?? 'unknown'}): ${counts}. Checked only; nothing was written.`;
    case 'refused':
      return `${file}: refused; nothing of it was written.`;
    case 'not-tried':
      return `${file}: not tried, because another file was refused.`;
  }
  state satisfies never;
}

/** 'screens.csv, row 4 (line 4), validity: This cell is needed and is empty. Fill it in.' */
function problemLine(problem: LocatedProblem): string {
  const { file, row, line, column } = problem;
  const { message, fix } = problemWords(problem);
  const location = [file, row === null ? null : `row ${row}${line === null ? '' : ` (line ${line})`}`, column].filter(
    (part) => part !== null,
  );
  return `  ${location.join(', ')}: ${message} ${fix}`;
}

/** What a person reads at the end: a line for each file and the first problems of each. */
export function reportText(reports: readonly FileReport[]): string {
  return reports
    .flatMap((report) => {
      const more = report.problems.length - shown;
      return [
        stateLine(report),
        ...report.notes.map((note) => `  ${fileNoteWords(note)}`),
        ...(report.unread.length > 0 ? [`  Not read: ${report.unread.join(', ')}.`] : []),
        ...report.problems.slice(0, shown).map(problemLine),
        ...(more > 0 ? [`  and ${count(more)} more. --json lists them all.`] : []),
      ];
    })
    .join('\n');
}

/** The whole report for a program to read, with every problem in its code and in words. */
export const reportJson = (reports: readonly FileReport[]): string =>
  JSON.stringify(
    reports.map((report) => ({ ...report, problems: report.problems.map((problem) => ({ ...problem, ...problemWords(problem) })) })),
    null,
    2,
  );

/** The columns of every kind of file, as `cairn import --columns` prints them. */
export function columnsText(
  kinds: readonly { readonly name: string; readonly sign: string; readonly columns: readonly Column[] }[],
): string {
  return kinds
    .map(({ name, sign, columns }) => {
      const width = Math.max(...columns.map((column) => column.name.length));
      const lines = columns.map((column) => `  ${column.name.padEnd(width)}  ${column.needed ? 'needed  ' : 'optional'}  ${column.holds}.`);
      return [`${name} (known by ${sign})`, ...lines].join('\n');
    })
    .join('\n\n');
}
