import type { RosterRow } from './roster-rows.ts';
import { rosterWords } from './roster-words.ts';
import type { Saving } from './useSaving.ts';

const rowIndexOf = (field: string): number | null => {
  const index = /^rows\.(\d+)\./.exec(field)?.[1];
  return index === undefined ? null : Number(index);
};

/** What the server said about this person of the marks that it refused. */
export function refusalOf(row: RosterRow, refusal: Saving['refusal']): string | null {
  const index = refusal?.batch.input.rows.findIndex(({ clientId }) => clientId === row.clientId) ?? -1;
  return index < 0 ? null : (refusal?.refused.problem.fields?.find(({ field }) => rowIndexOf(field) === index)?.message ?? null);
}

/** Every problem with the place on the page where it can be put right. */
export function problemsOf(rows: readonly RosterRow[], { refused, batch }: NonNullable<Saving['refusal']>) {
  const { fields } = refused.problem;
  if (fields === undefined) return [{ fieldId: 'save-marks', message: refused.message }];
  return fields.map(({ field, message }) => {
    const index = rowIndexOf(field);
    const clientId = index === null ? undefined : batch.input.rows[index]?.clientId;
    const row = rows.find((one) => one.clientId === clientId);
    return row === undefined
      ? { fieldId: 'save-marks', message }
      : { fieldId: `place-${row.id}`, message: rosterWords.row(row.number, row.name, message) };
  });
}
