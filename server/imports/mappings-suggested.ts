import { kindSuggested } from '#domain/imports/column-synonyms.ts';
import type { ImportMapping } from '#domain/imports/imports.ts';
import { mappingSuggested, type NamesKnown } from '#domain/imports/suggestions.ts';
import type { Batch } from './batches.ts';
import { intakes } from './intakes.ts';

/** For each kind, how a file would most likely be read; the kind that its columns speak for first. */
export function mappingsSuggested(
  { header, columns_seen }: Pick<Batch, 'header' | 'columns_seen'>,
  known: NamesKnown,
): readonly ImportMapping[] {
  const best = kindSuggested(header);
  const mappings = intakes.map(({ id, columns }) =>
    mappingSuggested(
      id,
      columns.map(({ name }) => name),
      columns_seen,
      known,
    ),
  );
  return mappings.toSorted((one, other) => Number(other.kind === best) - Number(one.kind === best));
}
