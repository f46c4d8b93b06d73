export const chartNumberProblems = ['empty', 'too-long', 'power-of-ten', 'signs'] as const;
export type ChartNumberProblem = (typeof chartNumberProblems)[number];

/** What is wrong with a chart number as it was typed, spaces around it left out; null where it may be used. An import says the same of a cell. */
export function chartNumberProblem(typed: string): ChartNumberProblem | null {
  const number = typed.trim();
  if (number === '') return 'empty';
  if (number.length > 40) return 'too-long';
  // What a spreadsheet makes of a long number: two charts of it would be one.
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(number)) return 'power-of-ten';
  return /^[\p{L}\d][\p{L}\d ._/-]*$/u.test(number) ? null : 'signs';
}

/**
 * The number after the highest of these, written as most of them are ('R-0042' after 'R-0041'); null where none of them ends in a number.
 * A suggestion: whoever writes the chart may type another.
 */
export function nextChartNumber(numbers: readonly string[]): string | null {
  const parts = numbers.flatMap((number) => {
    const [, prefix, digits] = /^(.*?)(\d{1,12})$/.exec(number) ?? [];
    return prefix === undefined || digits === undefined ? [] : [{ prefix, digits }];
  });
  const usual = [...Map.groupBy(parts, ({ prefix }) => prefix).values()].toSorted((a, b) => b.length - a.length)[0];
  const highest = usual?.toSorted((a, b) => Number(b.digits) - Number(a.digits))[0];
  return highest === undefined ? null : `${highest.prefix}${String(Number(highest.digits) + 1).padStart(highest.digits.length, '0')}`;
}
