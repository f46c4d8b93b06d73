import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { keepFile } from './keep-file.ts';
import { importShown } from './imports.rows.ts';
import { uploadWords } from './upload-words.ts';

/** Keeps the rows of a file, whose columns are settled next. A file that can't be read is refused with where and why. */
export const upload: Procedure<Contract['imports']['upload']> = async ({ fileName }, context) => {
  const importId = await keepFile(context, fileName, context.file ?? new Uint8Array()).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? refuseField('file', uploadWords.unreadable(error.problem)) : error;
  });
  await context.record.changed('imports', []);
  return importShown(context.db, context.actor, importId);
};
