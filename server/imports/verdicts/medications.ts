import { randomUUID } from 'node:crypto';
import type { MedicationRow } from '../csv/medications.ts';
import { verifiedByRecord } from '#server/medications/medications.store.ts';
import { addImported } from '#server/medications/offers-by-import.ts';
import { clientsByChart, idsOf } from './clients-by-chart.rows.ts';
import { added, changesTo, wrong, type Settle, type Verdict } from './verdict.ts';

/** Medications, each once by client, name and first day. */
export const settleMedications: Settle<MedicationRow> = async (importContext, batch) => {
  const { db, organizationId, now, importer } = importContext;
  const clients = await clientsByChart(
    { db, importer },
    batch.map(({ facts }) => facts.chartNumber),
  );
  const rows = await db
    .selectFrom('medication')
    .select(['id', 'client_id', 'name', 'dose', 'started_on', 'ended_on'])
    .where('client_id', 'in', idsOf(clients))
    .execute();
  const stored = new Map(rows.map((row) => [`${row.client_id} ${row.started_on} ${row.name}`, row]));
  const fresh: Parameters<typeof addImported>[1][number][] = [];
  const verdicts = batch.map((parsed): Verdict => {
    const { facts, row, line } = parsed;
    const clientId = clients.get(facts.chartNumber)?.id;
    if (clientId === undefined) return wrong(parsed, 'chart_number', { code: 'unknown-client' });
    const given = { name: facts.name, dose: facts.dose, started_on: facts.startedOn, ended_on: facts.endedOn };
    const same = stored.get(`${clientId} ${facts.startedOn} ${facts.name}`);
    if (same !== undefined) {
      const columns = { dose: 'dose', ended_on: 'ended_on' };
      const changes = changesTo(given, same, { table: 'medication', id: same.id, clientId, columns });
      return changes.length === 0 ? { row, line, clientId, is: 'here' } : { row, line, clientId, is: 'changed', changes };
    }
    const id = randomUUID();
    fresh.push({ organization_id: organizationId, id, client_id: clientId, ...given, ...verifiedByRecord(now) });
    return { row, line, clientId, is: 'fresh', written: [added('medication', id, given, clientId)] };
  });
  return { verdicts, write: () => addImported(importContext, fresh) };
};
