import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';

export type Unavailable = { unavailable: true };

const tookTooLong = '57014';

/** One part of a page that has several. Where the database gave up on its statement the others still stand; any other fault is a fault of the whole. */
export async function partOf<T>(db: Database, work: () => Promise<T>): Promise<T | Unavailable> {
  await sql`savepoint part`.execute(db);
  try {
    const answer = await work();
    await sql`release savepoint part`.execute(db);
    return answer;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === tookTooLong)) throw error;
    await sql`rollback to savepoint part`.execute(db);
    return { unavailable: true };
  }
}

/** What a part says, worked out of it, where there is a part. */
export const within = <T, U>(part: T | Unavailable, work: (part: T) => U): U | Unavailable =>
  typeof part === 'object' && part !== null && 'unavailable' in part ? part : work(part as T);
