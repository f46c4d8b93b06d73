/** A number is no formula, even with its sign. */
const number = /^-?\d+(?:\.\d+)?$/;
const formula = /^\s*[=+\-@]|^[\t\r\0]/;

/** A cell that no spreadsheet runs: one that begins like a formula gets an apostrophe in front (OWASP ASVS 5.0, 1.2.10). */
const cellText = (cell: string): string => {
  const safe = formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV by RFC 4180, in UTF-8 with its mark, so that a spreadsheet reads names with accents as they are. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
