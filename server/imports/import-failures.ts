import type { ImportFailure } from '#domain/imports/imports.ts';
import { ImporterLeft } from './imports.guards.ts';
import { isDatabaseUnavailable } from '#server/http/problem-details.ts';

const statementTimedOut = '57014';

/** Why an import that threw waits for a person; null where the database was away or busy, and it is gone on with by itself. */
export function failureOf(error: unknown): ImportFailure | null {
  if (error instanceof ImporterLeft) return 'importer-left';
  if (error instanceof Error && 'code' in error && error.code === statementTimedOut) return 'too-slow';
  return isDatabaseUnavailable(error) ? null : 'unexpected';
}
