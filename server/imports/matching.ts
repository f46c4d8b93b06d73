import { mappingQuestions } from '#domain/imports/questions.ts';
import { kindSuggested } from '#domain/imports/column-synonyms.ts';
import { mappingSuggested } from '#domain/imports/suggestions.ts';
import type { ImportKind, ImportMapping } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { Refusal } from '#server/http/refusal.ts';
import { intakes } from './storing/import-kinds.ts';
import { templateOf } from './csv/templates.ts';
import { intakeFor, type Batch } from './batches.ts';
import { matchingWords } from './matching-words.ts';

/** Every kind of file with its columns and a template. */
export const kindsShown = () => intakes.map(({ id, columns }) => ({ kind: id, columns: [...columns], template: templateOf(id, columns) }));

/** For each kind, how a file would most likely be read; the kind that its columns speak for first. */
export function mappingsSuggested({ header, columns_seen }: Pick<Batch, 'header' | 'columns_seen'>): readonly ImportMapping[] {
  const best = kindSuggested(header);
  const mappings = intakes.map(({ id, columns }) =>
    mappingSuggested(
      id,
      columns.map(({ name }) => name),
      columns_seen,
    ),
  );
  return mappings.toSorted((one, other) => Number(other.kind === best) - Number(one.kind === best));
}

/** Refuses a mapping that leaves something open, naming each column and the question. */
export function refuseOpenQuestions(mapping: ImportMapping, { columns_seen }: Pick<Batch, 'columns_seen'>): void {
  const questions = mappingQuestions(mapping, intakeFor(mapping.kind).columns, columns_seen);
  if (questions.length === 0) return;
  throw new Refusal(
    'input-invalid',
    undefined,
    questions.map((question) => ({
      field: question.about === 'order' ? `dates.${question.from}` : `columns.${question.column}`,
      message: matchingWords[question.about](question.column, question.from ?? ''),
    })),
  );
}

/** The other systems whose files were read before, and how. */
export async function sourcesKnown(
  db: Database,
): Promise<readonly { readonly name: string; readonly mappings: readonly ImportMapping[] }[]> {
  const rows = await db.selectFrom('import_source').select(['name', 'mappings']).orderBy('name').execute();
  return rows.map(({ name, mappings }) => ({ name, mappings: Object.values(mappings) }));
}

/** Remembers how files of a kind from another system are read, and answers which system that is. */
export async function rememberedSource(db: Database, organizationId: string, name: string, mapping: ImportMapping): Promise<string> {
  const earlier = await db.selectFrom('import_source').select(['id', 'mappings']).where('name', '=', name).forUpdate().executeTakeFirst();
  const mappings: Partial<Record<ImportKind, ImportMapping>> = { ...earlier?.mappings, [mapping.kind]: mapping };
  const { id } = await db
    .insertInto('import_source')
    .values({ organization_id: organizationId, name, mappings: JSON.stringify(mappings) })
    .onConflict((conflict) => conflict.columns(['organization_id', 'name']).doUpdateSet({ mappings: JSON.stringify(mappings) }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
