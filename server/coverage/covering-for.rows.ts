import { sql } from 'kysely';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { coveringOn } from './coverage.rows.ts';

export type UnreadHandover = { readonly id: string; readonly note: string; readonly on: Day; readonly from: string | null };

export type CoverageOnRecord = {
  /** Whom this person covers for today, by the one who is away. */
  readonly covered: ReadonlyMap<string, { readonly name: string; readonly until: Day }>;
  /** The latest hand-over to this person that isn't read yet, by client. */
  readonly handovers: ReadonlyMap<string, UnreadHandover>;
  /** How many screens of each client wait for an answer after a change of the medication list. */
  readonly reinterpretations: ReadonlyMap<string, number>;
};

/** What coverage and hand-overs say to whoever asks about these clients. */
export async function coverageFor({ db, actor, now, zone }: Context, clientIds: readonly string[]): Promise<CoverageOnRecord> {
  const covered = new Map((await coveringOn(db, actor.staffId, dayAt(now, zone))).map((one) => [one.staffId, one]));
  const rows = await db
    .selectFrom('handover')
    .leftJoin('staff', 'staff.id', 'handover.from_id')
    .select(['handover.id', 'handover.client_id', 'handover.note', 'handover.on_day', 'staff.name'])
    .where('handover.to_id', '=', actor.staffId)
    .where('handover.acknowledged_at', 'is', null)
    .where((eb) => eb('handover.client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('handover.at')
    .execute();
  const handovers = new Map(rows.map(({ id, client_id, note, on_day, name }) => [client_id, { id, note, on: on_day, from: name }]));
  return { covered, handovers, reinterpretations: await openOffersOf(db, clientIds) };
}

/** How many screens of each client wait for an answer after a change of the medication list. */
async function openOffersOf(db: Context['db'], ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('reinterpretation as review')
    .leftJoin('reinterpretation_answer as answer', 'answer.review_id', 'review.id')
    .select((eb) => ['review.client_id', eb.fn.countAll<number>().as('count')])
    .where('answer.review_id', 'is', null)
    .where((eb) => eb('review.client_id', '=', sql<string>`any(${ids}::uuid[])`))
    .groupBy('review.client_id')
    .execute();
  return new Map(rows.map((row) => [row.client_id, row.count]));
}
