import type { Instant, Zone } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** What a job works with, for one organization. */
export type JobContext = { readonly db: Database; readonly organizationId: string; readonly now: Instant; readonly zone: Zone };

/** Something that must be true of every organization as time goes by. Running it again, or twice at once, changes nothing more. */
export type Job = {
  readonly name: string;
  /** Parts that run in a transaction each, such as one for each group. */
  readonly parts: (context: JobContext) => Promise<readonly string[]>;
  /** Answers of which nouns something was changed; none where nothing was. */
  readonly run: (context: JobContext, part: string) => Promise<readonly string[]>;
};
