/** The questions that a mapping leaves open, as its fields are refused with. */
export const matchingWords = {
  order: (_: string, from: string): string => `No day in ${from} tells whether the month or the day comes first. Choose one.`,
  missing: (column: string): string => `${column} is needed. Choose a column of the file, or write what holds for every row.`,
  unknown: (column: string, from: string): string => `The file has no column ${from}, or Cairn has no column ${column}. Choose another.`,
};
