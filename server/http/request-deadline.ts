import type { Database } from '#server/database/pool.ts';

/** How long a request may take in all, in milliseconds: nobody waits longer, and what it holds is wanted by others. */
export const longestRequest = 30_000;

/** A request whose time is over. What it had written is rolled back, and the same may be sent again. */
export class DeadlinePassed extends Error {
  readonly code = 'deadline';

  constructor() {
    super('the time of this request is over');
  }
}

/**
 * The database, asked nothing more once a request's time is over. Each statement has a limit of its own, and a request may send any number of them.
 * `left` says how many milliseconds there are.
 */
export const untilDeadline = (db: Database, left: () => number): Database =>
  db.withPlugin({
    transformQuery: ({ node }) => {
      if (left() <= 0) throw new DeadlinePassed();
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
