import { isKnownAnalyte } from '#domain/drug-screens/analytes.ts';
import { expectationOf } from '#domain/medications/expectation.ts';
import type { Database } from '#server/database/pool.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { answersOf } from './unknown-codes.rows.ts';
import { nameCodes, noteUnknownCodes } from './unknown-codes.store.ts';
import type { ScreenRow } from './screens.rows.ts';

/**
 * Notes the codes on these screens that nobody knows, so that they are asked about; those that somebody has answered before are named. Answers
 * whether any was named, so that the screens have to be read once more.
 */
export async function noteCodes(db: Database, organizationId: string, rows: readonly ScreenRow[]): Promise<boolean> {
  const unknown = rows.flatMap(({ id, results }) =>
    results.filter(({ analyte }) => !isKnownAnalyte(analyte)).map(({ analyte, printed }) => ({ screenId: id, code: analyte, printed })),
  );
  if (unknown.length === 0) return false;
  await noteUnknownCodes(db, organizationId, unknown);
  const answers = await answersOf(db, [...new Set(unknown.map(({ code }) => code))]);
  for (const [code, analyte] of answers) {
    const theirs = new Set(unknown.filter((one) => one.code === code).map(({ screenId }) => screenId));
    await nameOn(
      db,
      organizationId,
      rows.filter(({ id }) => theirs.has(id)),
      { code, analyte },
    );
  }
  return answers.size > 0;
}

/** Fixes that a code is this analyte on these screens, with what it should have shown on each by the medications as they are listed now. */
export async function nameOn(
  db: Database,
  organizationId: string,
  rows: readonly ScreenRow[],
  { code, analyte }: { readonly code: string; readonly analyte: string },
): Promise<void> {
  const medications = await medicationsOf(
    db,
    rows.map(({ client_id }) => client_id),
  );
  const map = await expectationRules(db);
  const named = rows.flatMap(({ id, client_id, specimen, panel_id: panelId, collected_on }) =>
    specimen === null
      ? []
      : [
          {
            screenId: id,
            code,
            analyte,
            ...expectationOf(analyte, { specimen, panelId }, medications.get(client_id) ?? [], map, collected_on),
          },
        ],
  );
  await nameCodes(db, organizationId, named);
}
