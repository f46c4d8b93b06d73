import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';

/** Requests of an episode are looked for wherever one is taken back, the answered ones too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await sql`create index on ending_request (organization_id, episode_id)`.execute(db);
}
