import type { LogRow } from './log-rows.ts';
import { signingWords } from './signing-words.ts';
import type { useSigning } from './useSigning.ts';

type Refusal = ReturnType<typeof useSigning>['refusal'];

const placeOf = (field: string): number | null => {
  const place = /^rows\.(\d+)\./.exec(field)?.[1];
  return place === undefined ? null : Number(place);
};

/** What the server said about this row of the batch that it refused. */
export function refusalOf(row: LogRow, refusal: Refusal): string | null {
  const place = refusal?.batch.rowIds.indexOf(row.id) ?? -1;
  return place < 0 ? null : (refusal?.refused.problem.fields?.find(({ field }) => placeOf(field) === place)?.message ?? null);
}

/** Every problem with the place on the page where it can be put right. */
export function problemsOf(
  rows: readonly LogRow[],
  refusal: NonNullable<Refusal>,
): readonly { readonly fieldId: string; readonly message: string }[] {
  const { fields } = refusal.refused.problem;
  if (fields === undefined) return [{ fieldId: 'cups-counted', message: refusal.refused.message }];
  return fields.map(({ field, message }) => {
    const place = placeOf(field);
    const row = place === null ? undefined : rows.find(({ id }) => id === refusal.batch.rowIds[place]);
    if (row !== undefined) return { fieldId: `cup-${row.id}`, message: signingWords.row(row.number, row.name, message) };
    return { fieldId: field === 'lot' || field === 'panelId' ? 'log-lot' : 'cups-counted', message };
  });
}
