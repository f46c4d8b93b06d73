import type { AuthorizationShown } from '#contract/episodes-shown.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { runsOutOn, useOf } from '#domain/episodes/authorizations.ts';
import { dayAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { authorizationsOf } from './authorizations.rows.ts';

/** Each authorization with what is used of it and left, the newest first, and the reviews that were made. */
export async function authorizationsShown(
  db: Database,
  clientId: string,
  sessions: readonly SessionFacts[],
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): Promise<readonly AuthorizationShown[]> {
  const stored = (await authorizationsOf(db, [clientId])).get(clientId) ?? [];
  const reviews = await db
    .selectFrom('utilization_review as review')
    .innerJoin('staff', 'staff.id', 'review.by')
    .select(['review.authorization_id', 'review.reviewed_on', 'review.next_review_on', 'review.note', 'staff.name'])
    .where('review.client_id', '=', clientId)
    .orderBy('review.reviewed_on', 'desc')
    .orderBy('review.at', 'desc')
    .execute();
  return stored
    .map((one) => {
      const use = useOf(one, sessions, now, zone);
      return {
        ...one,
        used: use.used,
        left: use.left,
        over: use.over,
        notKnown: [...use.notKnown],
        runsOutOn: runsOutOn(one, use, dayAt(now, zone)),
        reviews: reviews
          .filter(({ authorization_id }) => authorization_id === one.id)
          .map((row) => ({ on: row.reviewed_on, nextOn: row.next_review_on, note: row.note, by: row.name })),
      };
    })
    .toReversed();
}
