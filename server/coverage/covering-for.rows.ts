import { sql } from 'kysely';
import type { CaseloadRow } from '#contract/caseload.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { coveringFor, handedOver } from '#domain/coverage/words.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { CaseloadClient } from '#server/caseload/caseload.rows.ts';
import { coveringOn } from './coverage.rows.ts';

export type CoverageShown = Pick<CaseloadRow, 'covering' | 'handover' | 'reinterpretations'>;

/** For each client on Today's list: for whom they are covered, and the note of a hand-over to this person that isn't read yet. */
export async function coverageShownFor(
  { db, actor, now, zone }: Context,
  clients: readonly CaseloadClient[],
): Promise<(client: CaseloadClient) => CoverageShown> {
  const covered = new Map((await coveringOn(db, actor.staffId, dayAt(now, zone))).map((one) => [one.staffId, one]));
  const ids = clients.map(({ client_id }) => client_id);
  const rows = await db
    .selectFrom('handover')
    .leftJoin('staff', 'staff.id', 'handover.from_id')
    .select(['handover.id', 'handover.client_id', 'handover.note', 'handover.on_day', 'staff.name'])
    .where('handover.to_id', '=', actor.staffId)
    .where('handover.acknowledged_at', 'is', null)
    .where((eb) => eb('handover.client_id', '=', sql<string>`any(${ids}::uuid[])`))
    .orderBy('handover.at')
    .execute();
  const reinterpretations = await openOffersOf(db, ids);
  const notes = new Map(rows.map((row) => [row.client_id, row]));
  return (client) => {
    const away = client.therapist_id === null ? undefined : covered.get(client.therapist_id);
    // Who was handed on again is another's: an old note is no longer this person's to read.
    const note = client.therapist_id === actor.staffId ? notes.get(client.client_id) : undefined;
    return {
      covering: away === undefined ? null : coveringFor(away.name, away.until),
      reinterpretations: reinterpretations.get(client.client_id) ?? 0,
      handover: note === undefined ? null : { id: note.id, summary: handedOver(note.name, note.on_day), note: note.note },
    };
  };
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
