import type { Day } from '#domain/calendar/calendar.ts';
import type { PhaseSpan } from '#domain/clients/journey.ts';
import type { StoredCriterion } from '#domain/phases/criteria.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

export type Phase = PhaseSpan & { readonly id: string; readonly reviewDueOn: Day | null; readonly criteria: readonly StoredCriterion[] };

export async function phasesOf(db: Database, ids: readonly string[]): Promise<Map<string, Phase[]>> {
  const rows = await db
    .selectFrom('phase_span')
    .select(['client_id', 'id', 'number', 'name', 'from_on', 'to_on', 'review_due_on', 'criteria'])
    .where('client_id', 'in', ids)
    .orderBy('from_on')
    .execute();
  return byClient(rows, (row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    from: row.from_on,
    to: row.to_on,
    reviewDueOn: row.review_due_on,
    criteria: row.criteria,
  }));
}

/** A phase as the program last wrote it down: its name and what it asks for, with nothing met. */
export async function phaseTemplate(db: Database, number: number) {
  const written = await db
    .selectFrom('phase_span')
    .select(['name', 'criteria'])
    .where('number', '=', number)
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return written === undefined
    ? null
    : { name: written.name, criteria: written.criteria.map((criterion) => ({ ...criterion, metOn: null })) };
}
