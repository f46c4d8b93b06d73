import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import { insertPrescribedHours } from '#server/episodes/prescribed-hours.store.ts';
import type { PrescribedHoursRow } from '../csv/prescribed-hours.ts';
import { clientsByChart, idsOf } from './clients-by-chart.rows.ts';
import { added, changesTo, wrong, type Settle, type Verdict } from './verdict.ts';

/** Prescribed hours, each once by client and first day. */
export const settlePrescribedHours: Settle<PrescribedHoursRow> = async ({ db, organizationId, importer }, batch) => {
  const clients = await clientsByChart(
    { db, importer },
    batch.map(({ facts }) => facts.chartNumber),
  );
  const rows = await db
    .selectFrom('prescribed_hours')
    .select(['id', 'client_id', 'hours_per_week', 'from_on'])
    .where('client_id', 'in', idsOf(clients))
    .execute();
  const stored = new Map(rows.map((row) => [`${row.client_id} ${row.from_on}`, row]));
  const fresh: Insertable<Tables['prescribed_hours']>[] = [];
  const verdicts = batch.map((parsed): Verdict => {
    const { facts, row, line } = parsed;
    const clientId = clients.get(facts.chartNumber)?.id;
    if (clientId === undefined) return wrong(parsed, 'chart_number', { code: 'unknown-client' });
    const given = { hours_per_week: facts.hoursPerWeek, from_on: facts.fromOn };
    const same = stored.get(`${clientId} ${facts.fromOn}`);
    if (same !== undefined) {
      const compared = { table: 'prescribed_hours' as const, id: same.id, clientId, columns: { hours_per_week: 'hours_per_week' } };
      const changes = changesTo(given, same, compared);
      return changes.length === 0 ? { row, line, clientId, is: 'here' } : { row, line, clientId, is: 'changed', changes };
    }
    const id = randomUUID();
    fresh.push({ organization_id: organizationId, id, client_id: clientId, ...given });
    return { row, line, clientId, is: 'fresh', written: [added('prescribed_hours', id, given, clientId)] };
  });
  return { verdicts, write: () => insertPrescribedHours(db, fresh) };
};
