import type { RosterRow } from './roster-rows.ts';
import { rosterWords } from './roster-words.ts';
import type { Saving } from './useSaving.ts';

const placeOf = (field: string): number | null => {
  const place = /^rows\.(\d+)\./.exec(field)?.[1];
  return place === undefined ? null : Number(place);
};

/** What the server said about this person of the marks that it refused. */
export function refusalOf(row: RosterRow, refusal: Saving['refusal']): string | null {
  const place = refusal?.batch.input.rows.findIndex(({ clientId }) => clientId === row.clientId) ?? -1;
  return place < 0 ? null : (refusal?.refused.problem.fields?.find(({ field }) => placeOf(field) === place)?.message ?? null);
}

/** Every problem with the place on the page where it can be put right. */
export function problemsOf(rows: readonly RosterRow[], { refused, batch }: NonNullable<Saving['refusal']>) {
  const { fields } = refused.problem;
  if (fields === undefined) return [{ fieldId: 'save-marks', message: refused.message }];
  return fields.map(({ field, message }) => {
    const place = placeOf(field);
    const clientId = place === null ? undefined : batch.input.rows[place]?.clientId;
    const row = rows.find((one) => one.clientId === clientId);
    return row === undefined
      ? { fieldId: 'save-marks', message }
      : { fieldId: `place-${row.id}`, message: rosterWords.row(row.number, row.name, message) };
  });
}
