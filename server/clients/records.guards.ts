import type { RecordProblem } from '#domain/clients/record-problems.ts';
import { recordFaults } from '#domain/clients/words.ts';
import { Refusal } from '#server/http/refusal.ts';

/** Refuses a record in which something is wrong, each field with its fix. */
export function refuseRecord(problems: readonly RecordProblem[]): void {
  if (problems.length > 0)
    throw new Refusal(
      'input-invalid',
      undefined,
      problems.map(({ field, problem }) => ({ field, message: recordFaults[problem] })),
    );
}
