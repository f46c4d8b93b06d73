/**
 * Where the names of an entry were read. Cups: the codes printed on cleared cups and their inserts; HHS: the federal panel of 2025 and 2026; laboratory:
 * names on reports of laboratories and in LOINC; supply: what drug checking of the supply reports. Recalled names are general knowledge, for a program to check.
 */
export type AnalyteSource = 'cups' | 'HHS' | 'laboratory' | 'supply' | 'recalled';

/** Names are separated by a comma, codes of parents by a space. */
export type AnalyteRow = readonly [code: string, name: string, names: string, source: AnalyteSource, parents?: string];
