import type { Selectable } from 'kysely';
import type { ImportMapping } from '#domain/imports/imports.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { intakes, type Intake } from './storing/import-kinds.ts';
import { translationOf, type Translation } from './csv/translation.ts';

export type Batch = Selectable<Tables['import_batch']>;

/** How a file whose columns are settled is read. */
export type Reading = { readonly intake: Intake; readonly mapping: ImportMapping; readonly translation: Translation };

export function intakeFor(kind: string | null): Intake {
  const found = intakes.find(({ id }) => id === kind);
  if (found === undefined) throw new Error('the kind of the file is not settled');
  return found;
}

export function readingOf({ kind, header, mapping }: Pick<Batch, 'kind' | 'header' | 'mapping'>): Reading {
  const intake = intakeFor(kind);
  if (mapping === null) throw new Error('the columns of the file are not settled');
  return { intake, mapping, translation: translationOf(intake.columns, header, mapping) };
}

/** The import, held until the transaction ends, so that no two work on it at once. */
export const lockedBatch = (db: Database, importId: string): Promise<Batch | undefined> =>
  db.selectFrom('import_batch').selectAll().where('id', '=', importId).forUpdate().executeTakeFirst();

/** Tells open pages that imports have something new to show. */
export async function imported(db: Database, organizationId: string, noun = 'imports'): Promise<void> {
  await db.insertInto('change_mark').values({ organization_id: organizationId, noun }).execute();
}
