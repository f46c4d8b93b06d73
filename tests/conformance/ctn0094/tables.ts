import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Rows as the study's tables hold them: text under the column's name, 'NA' where nothing is known. */
export type Rows = readonly Readonly<Record<string, string>>[];

/** The study's tables. Positives alone are rows of `uds`; a negative is a kept visit without one. */
export type Tables = {
  readonly people: Rows;
  readonly demographics: Rows;
  readonly visits: Rows;
  readonly positives: Rows;
  readonly doses: Rows;
  readonly arms: Rows;
  readonly screening: Rows;
  readonly tested: Rows;
  readonly lengths: Rows;
};

export function tablesIn(folder: string): Tables {
  const rows = (name: string): Rows => parse(readFileSync(join(folder, `${name}.csv`)), { columns: true, bom: true });
  return {
    people: rows('everybody'),
    demographics: rows('demographics'),
    visits: rows('visit'),
    positives: rows('uds'),
    doses: rows('treatment'),
    arms: rows('randomization'),
    screening: rows('screening_date'),
    tested: rows('meta_substance_groups_uds'),
    lengths: rows('meta_study_length'),
  };
}

export const cell = (row: Rows[number], column: string): string => row[column] ?? '';

/** A day number, or null where the table says NA. */
export function dayNumber(row: Rows[number], column: string): number | null {
  const text = cell(row, column);
  return /^-?\d+$/.test(text) ? Number(text) : null;
}
