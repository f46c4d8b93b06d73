import type { ContactAttempt } from '#domain/clients/contact-attempts.ts';
import { contactMethods } from '#domain/adjustments/open.ts';
import type { LeaveSpan } from '#domain/attendance/delivered-minutes.ts';
import type { Score } from '#domain/instruments/instruments.ts';
import type { GoalLine } from '#domain/clients/journey.ts';
import { safetyKinds, type SafetyConcern } from '#domain/safety/safety-clock.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { knownCode } from '#server/database/known-code.ts';
import { amendedCauses } from '#server/safety/amended-causes.rows.ts';
import { byClient } from '#server/clients/by-client.ts';

type Ids = readonly string[];

export const leavesOf = async (db: Database, ids: Ids): Promise<Map<string, LeaveSpan[]>> =>
  byClient(
    await db.selectFrom('leave_span').select(['client_id', 'from_on', 'to_on']).where('client_id', 'in', ids).orderBy('from_on').execute(),
    (row) => ({ from: row.from_on, to: row.to_on }),
  );

export async function attemptsOf(db: Database, ids: Ids): Promise<Map<string, ContactAttempt[]>> {
  const rows = await db
    .selectFrom('contact')
    .select(['client_id', 'at', 'method', 'two_way'])
    .where('client_id', 'in', ids)
    .orderBy('at')
    .execute();
  return byClient(rows, (row) => ({
    at: row.at,
    method: knownCode(contactMethods, row.method, 'contact.method'),
    reached: row.two_way,
    nextTryOn: null,
  }));
}

export async function concernsOf(db: Database, ids: Ids): Promise<Map<string, SafetyConcern[]>> {
  const rows = await db
    .selectFrom('safety_concern')
    .leftJoin('screen', (join) =>
      join.onRef('screen.organization_id', '=', 'safety_concern.organization_id').onRef('screen.id', '=', 'safety_concern.screen_id'),
    )
    .select(['safety_concern.client_id', 'safety_concern.id', 'trigger', 'opened_at', 'notified_at', 'closed_at', 'safety_concern.source'])
    .select(['source_facts', 'safety_concern.screen_id', 'screen.collected_on'])
    .where('safety_concern.client_id', 'in', ids)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .execute();
  const amended = await amendedCauses(
    db,
    rows.flatMap(({ screen_id }) => screen_id ?? []),
  );
  return byClient(rows, (row) => ({
    id: row.id,
    kind: knownCode(safetyKinds, row.trigger, 'safety_concern.trigger'),
    openedAt: row.opened_at,
    leavesAt: null,
    source: row.source === null ? null : { from: row.source, facts: row.source_facts, screenOn: row.collected_on },
    amended: amended.get(row.screen_id ?? '') ?? null,
    notifiedAt: row.notified_at,
    checkedAt: row.closed_at,
  }));
}

export type Instruments = { readonly instrument: string; readonly scores: readonly Score[]; readonly reviewedOn: Day | null };

export async function instrumentsOf(db: Database, ids: Ids): Promise<Map<string, Instruments[]>> {
  const rows = await db
    .selectFrom('instrument_score')
    .select(['client_id', 'instrument', 'taken_on', 'score', 'item9'])
    .where('client_id', 'in', ids)
    .orderBy('taken_on')
    .execute();
  const perClient = byClient(rows, (row) => row);
  return new Map(
    [...perClient].map(([clientId, scores]) => [
      clientId,
      [...Map.groupBy(scores, (one) => one.instrument)]
        .toSorted(([a], [b]) => b.localeCompare(a))
        .map(([instrument, of]) => ({
          instrument,
          scores: of.map((one) => ({ on: one.taken_on, score: one.score, item9: one.item9 })),
          reviewedOn: null,
        })),
    ]),
  );
}

export type Goal = GoalLine & { readonly nextReviewOn: Day | null };

export async function goalsOf(db: Database, ids: Ids): Promise<Map<string, Goal[]>> {
  const ratings = await db
    .selectFrom('goal_rating')
    .select(['goal_id', 'rated_on', 'level'])
    .where('client_id', 'in', ids)
    .orderBy('rated_on')
    .execute();
  const ofGoal = Map.groupBy(ratings, (rating) => rating.goal_id);
  const rows = await db
    .selectFrom('goal')
    .select(['client_id', 'id', 'number', 'title', 'next_review_on'])
    .where('client_id', 'in', ids)
    .where('closed_on', 'is', null)
    .orderBy('number')
    .execute();
  return byClient(rows, (row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    nextReviewOn: row.next_review_on,
    ratings: (ofGoal.get(row.id) ?? []).map((rating) => ({ on: rating.rated_on, level: rating.level })),
  }));
}
