import type { AttachedResult } from '#domain/adjustments/attached.ts';
import { staffNames } from '#server/clients/care-team.rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { ClientAdjustment } from './adjustments.rows.ts';
import { attachedOf } from './attached-results.rows.ts';
import { correctionsOf, type StoredCorrection } from './corrections.rows.ts';

type LaterResults = {
  readonly attached: readonly AttachedResult[];
  readonly corrections: readonly StoredCorrection[];
  /** The name of whoever signed, or else talked, where a correction makes them be named. */
  readonly actedBy: string | null;
};

/** What came to the adjustments of these clients after somebody had acted on them. */
export async function laterResultsOf(
  db: Database,
  clientIds: readonly string[],
  adjustments: ReadonlyMap<string, readonly ClientAdjustment[]>,
): Promise<(adjustment: ClientAdjustment) => LaterResults> {
  const attached = await attachedOf(db, clientIds);
  const corrections = await correctionsOf(db, clientIds);
  const corrected = [...adjustments.values()].flat().filter(({ id }) => corrections.has(id));
  const names = await staffNames(db, corrected.map(lastActor));
  return (adjustment) => ({
    attached: attached.get(adjustment.id) ?? [],
    corrections: corrections.get(adjustment.id) ?? [],
    actedBy: names.get(lastActor(adjustment) ?? '') ?? null,
  });
}

const lastActor = ({ signedBy, talkedBy }: ClientAdjustment): string | null => signedBy ?? talkedBy;
