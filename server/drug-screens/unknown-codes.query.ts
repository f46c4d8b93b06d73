import type { Contract } from '#contract/index.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { codesOnRecord } from './unknown-codes.rows.ts';

/** Codes on cups and reports that nobody knew: which wait for an answer, and what was answered. A question whose screens were all taken back waits no more. */
export const codes: Procedure<Contract['drugScreens']['codes']> = async (_, { db }) => {
  const rows = (await codesOnRecord(db)).map(({ analyte, by, at, last_on, ...row }) => ({
    ...row,
    lastOn: last_on,
    answer: analyte === null || at === null ? null : { analyte, name: analyteName(analyte), by: by ?? '', at },
  }));
  return {
    open: rows.filter(({ answer, screens }) => answer === null && screens > 0),
    answered: rows.filter(({ answer }) => answer !== null),
  };
};
