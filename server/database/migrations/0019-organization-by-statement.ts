import type { Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';
import { readOrganizationByStatement } from './policies/organization-by-statement.ts';

/** The walls between organizations stay what they are, and cost a statement what they cost a row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await readOrganizationByStatement(db);
}
