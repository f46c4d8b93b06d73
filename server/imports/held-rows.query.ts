import type { Contract } from '#contract/index.ts';
import type { KeptProblem } from '#domain/imports/problems.ts';
import { problemWords } from '#domain/imports/problem-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { csvText } from './csv/csv-text.ts';
import { importFor } from './imports.guards.ts';
import { clientsNamed } from './rows-shown.rows.ts';

const mostRows = 50_000;

/** The rows that are held, as they stand in the file, with what to fix in each. */
export const held: Procedure<Contract['imports']['held']> = async ({ importId }, { db, actor, record }) => {
  const batch = await importFor(db, actor, importId);
  const rows = await db
    .selectFrom('import_row')
    .select(['cells', 'client_id', 'problems'])
    .where('import_id', '=', importId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'fix'),
        // A specimen that is held goes out with all of its rows.
        eb(
          'part_of',
          'in',
          eb.selectFrom('import_row as first').select('first.row').where('first.import_id', '=', importId).where('first.state', '=', 'fix'),
        ),
      ]),
    )
    .orderBy('row')
    .limit(mostRows)
    .execute();
  const named = rows.flatMap(({ client_id }) => client_id ?? []);
  await record.seen(clientsNamed(db, named));
  return {
    fileName: `to-fix-${batch.file_name.replace(/\.[^.]*$/, '')}.csv`,
    csv: csvText([
      [...batch.header, 'what to fix'],
      ...rows.map(({ cells, problems }) => [...cells, (problems ?? []).map(line).join(' ')]),
    ]),
    rows: rows.length,
  };
};

function line(problem: KeptProblem): string {
  const { message, fix } = problemWords(problem);
  return [problem.column, message, fix].filter(Boolean).join(' ');
}
