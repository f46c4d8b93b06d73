import type { Contract } from '#contract/index.ts';
import type { Zone } from '#domain/calendar/calendar.ts';
import { mappingQuestions, type MappingQuestion } from '#domain/imports/questions.ts';
import type { ImportMapping } from '#domain/imports/imports.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { Batch } from './batches.ts';
import { rememberSource } from './import-sources.store.ts';
import { workAfterwards } from './import-worker.ts';
import { specimenIndexes } from './csv/results.ts';
import { gatherRows } from './import-rows.store.ts';
import { importFor } from './imports.guards.ts';
import { importShown } from './imports.rows.ts';
import { changeImport, notFailed } from './imports.store.ts';
import { intakeFor } from './intakes.ts';
import { matchingWords } from './matching-words.ts';

/** Settles how the columns of a file are read, remembers it for its source, and begins the check. */
export const match: Procedure<Contract['imports']['match']> = async ({ importId, source, mapping }, context) => {
  const { db, actor, now, zone, record } = context;
  const batch = await importFor(db, actor, importId, true);
  if (!mayMatch(batch)) throw new Refusal('wrong-state');
  refuseOpenQuestions(mapping, batch, zone);
  const sourceId = await rememberSource(db, actor.organizationId, source, mapping);
  const specimens = await gatherRows(db, importId, specimenIndexes(mapping, batch.header));
  const columns = { source_id: sourceId, kind: mapping.kind, mapping: JSON.stringify(mapping) };
  const check = { state: 'checking' as const, at_row: 0, done: 0, of_rows: specimens ?? batch.rows, heartbeat_at: now, ...notFailed };
  await changeImport(db, importId, { ...columns, ...check, version: batch.version + 1 });
  await record.changed('imports', []);
  workAfterwards(context, importId);
  return importShown(db, actor, importId);
};

/** Nothing of the file is in or going in, so its columns may be read otherwise: also where the check failed, whatever it failed on. */
const mayMatch = ({ state, failed_in }: Batch): boolean =>
  state === 'matching' || state === 'checked' || (state === 'failed' && failed_in === 'checking');

/** Refuses a mapping that leaves something open, naming each column and the question. */
function refuseOpenQuestions(mapping: ImportMapping, { columns_seen }: Pick<Batch, 'columns_seen'>, zone: Zone): void {
  const questions = mappingQuestions(mapping, intakeFor(mapping.kind).columns, columns_seen, zone);
  if (questions.length === 0) return;
  throw new Refusal(
    'input-invalid',
    undefined,
    questions.map((question) => ({
      field: fieldOf(question),
      message: matchingWords[question.about](question.column, question.from ?? ''),
    })),
  );
}

/** The field of the page under which a question is asked. */
function fieldOf({ about, column, from }: MappingQuestion): string {
  switch (about) {
    case 'order':
      return `dates.${from}`;
    case 'minutes':
    case 'times':
    case 'moments':
    case 'results':
      return `${about}.${from}`;
    case 'missing':
    case 'unknown':
    case 'no-results':
      return `columns.${column}`;
  }
  about satisfies never;
}
