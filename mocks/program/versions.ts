import type { Instant } from '#domain/calendar.ts';
import type { Finding, Result } from '#domain/drug-screens.ts';
import type { Expected } from '#domain/medications.ts';
import type { Collection } from './life.ts';

export type ReadAnalyte = { readonly analyte: string; readonly result: Result; readonly expected: Expected; readonly finding: Finding };

/** One version of a screen as it was written: the first reading, or the laboratory's amendment of it. */
export type Version = {
  readonly id: string;
  readonly collection: Collection;
  readonly receivedAt: Instant;
  readonly amends: string | null;
  readonly results: Collection['results'];
  readonly analytes: readonly ReadAnalyte[];
};
