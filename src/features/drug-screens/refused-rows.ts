import type { LogRow } from './log-rows.ts';
import { signingWords } from './signing-words.ts';
import type { useSigning } from './useSigning.ts';

type Refusal = ReturnType<typeof useSigning>['refusal'];

const rowIndexOf = (field: string): number | null => {
  const index = /^rows\.(\d+)\./.exec(field)?.[1];
  return index === undefined ? null : Number(index);
};

/** What the server said about this row of the batch that it refused. */
export function refusalOf(row: LogRow, refusal: Refusal): string | null {
  const index = refusal?.batch.rowIds.indexOf(row.id) ?? -1;
  return index < 0 ? null : (refusal?.refused.problem.fields?.find(({ field }) => rowIndexOf(field) === index)?.message ?? null);
}

/** Every problem with the place on the page where it can be put right. */
export function problemsOf(
  rows: readonly LogRow[],
  refusal: NonNullable<Refusal>,
): readonly { readonly fieldId: string; readonly message: string }[] {
  const { fields } = refusal.refused.problem;
  if (fields === undefined) return [{ fieldId: 'cups-counted', message: refusal.refused.message }];
  return fields.map(({ field, message }) => {
    const index = rowIndexOf(field);
    const row = index === null ? undefined : rows.find(({ id }) => id === refusal.batch.rowIds[index]);
    if (row !== undefined) return { fieldId: `cup-${row.id}`, message: signingWords.row(row.number, row.name, message) };
    return { fieldId: field === 'lot' || field === 'panelId' ? 'log-lot' : 'cups-counted', message };
  });
}
