import type { HandoverShown } from '#contract/episodes-shown.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** Who answered for the client, from whom to whom, with the note that was handed over; the newest first. */
export async function handoversOf(db: Database, clientId: string): Promise<readonly HandoverShown[]> {
  const rows = await db
    .selectFrom('handover')
    .leftJoin('staff as giver', 'giver.id', 'handover.from_id')
    .innerJoin('staff as taker', 'taker.id', 'handover.to_id')
    .innerJoin('staff as writer', 'writer.id', 'handover.by')
    .select(['handover.id', 'handover.note', 'handover.on_day', 'handover.acknowledged_at', 'handover.to_id'])
    .select(['giver.name as from', 'taker.name as to', 'writer.name as by'])
    .where('handover.client_id', '=', clientId)
    .orderBy('handover.on_day', 'desc')
    .orderBy('handover.at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    from: row.from,
    toId: row.to_id,
    to: row.to,
    note: row.note,
    on: row.on_day,
    by: row.by,
    acknowledgedAt: row.acknowledged_at,
  }));
}

/** Who covers the therapist of the open episode on a day; null where nobody does. */
export async function coveredBy(db: Database, clientId: string, on: Day): Promise<{ name: string; until: Day } | null> {
  const row = await db
    .selectFrom('episode')
    .innerJoin('coverage', 'coverage.away_id', 'episode.therapist_id')
    .innerJoin('staff', 'staff.id', 'coverage.covered_by')
    .select(['staff.name', 'coverage.to_on'])
    .where('episode.client_id', '=', clientId)
    .where('episode.closed_on', 'is', null)
    .where('coverage.cancelled_at', 'is', null)
    .where('coverage.from_on', '<=', on)
    .where('coverage.to_on', '>=', on)
    .executeTakeFirst();
  return row === undefined ? null : { name: row.name, until: row.to_on };
}
