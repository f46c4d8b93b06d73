import { analyteCode } from './analytes.ts';
import type { Expectation, Result } from './interpret.ts';
import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';

/** What counts most where one specimen has two results of one analyte, as under two of its names: a positive is never lost to a negative. */
const precedence: readonly Result[] = [
  'confirmed-positive',
  'presumptive-positive',
  'inconclusive',
  'pending',
  'not-confirmed',
  'negative',
];

/** Which drug somebody said that an unknown code is, and what it should have shown on one screen. */
export type NamedCode = { readonly analyte: string; readonly expectation: Expectation; readonly because: ExpectationCause | null };

/**
 * The results of one specimen by the analytes that their printed names stand for, one for each, in the order given. `named` are answers by code,
 * for names that nobody knew.
 */
export function resultsByAnalyte<One extends { readonly analyte: string; readonly result: Result }>(
  printed: readonly One[],
  named: Readonly<Record<string, NamedCode>> = {},
): readonly (One & { readonly printed: string })[] {
  const found = new Map<string, One & { readonly printed: string }>();
  for (const one of printed) {
    const code = analyteCode(one.analyte);
    const read = { ...one, analyte: code, ...named[code], printed: one.analyte };
    const other = found.get(read.analyte);
    if (other === undefined || precedence.indexOf(one.result) < precedence.indexOf(other.result)) found.set(read.analyte, read);
  }
  return [...found.values()];
}
