import type { MedicationRow } from '../medications.ts';
import type { PrescribedHoursRow } from '../prescribed-hours.ts';
import { misfits } from '../row-words.ts';
import type { Placed } from '../rows.ts';
import { misfit, type Misfit, type Store } from './desk.ts';
import { insertRows } from './insert-rows.ts';
import { clientsByChart, differences } from './stored-clients.ts';

type Sorted<Row> = { readonly fresh: readonly Row[]; readonly here: number; readonly misfits: readonly Misfit[] };

/** Parts a batch into rows that are new, rows that are there, and rows that say something else than what is there. */
function sorted<Given, Row extends object>(
  batch: readonly Placed<Given>[],
  rowOf: (given: Given) => Row | null,
  stored: ReadonlyMap<string, Row>,
  keyOf: (row: Row) => string,
): Sorted<Row> {
  const fresh: Row[] = [];
  const wrong: Misfit[] = [];
  let here = 0;
  for (const place of batch) {
    const row = rowOf(place.facts);
    const same = row === null ? undefined : stored.get(keyOf(row));
    const unlike = row === null || same === undefined ? [] : differences(row, same);
    if (row === null) wrong.push(misfit(place, 'chart_number', misfits.unknownClient));
    else if (same === undefined) fresh.push(row);
    else if (unlike.length > 0) wrong.push(misfit(place, null, misfits.differs(unlike)));
    else here += 1;
  }
  return { fresh, here, misfits: wrong };
}

const idsOf = (clients: Awaited<ReturnType<typeof clientsByChart>>): string[] => [
  '00000000-0000-0000-0000-000000000000',
  ...[...clients.values()].map(({ id }) => id),
];

/** Stores medications, each once by client, name and first day. */
export const storeMedications: Store<MedicationRow> = async ({ db, organizationId }, batch) => {
  const clients = await clientsByChart(
    db,
    batch.map(({ facts }) => facts.chartNumber),
  );
  const stored = await db
    .selectFrom('medication')
    .select(['organization_id', 'client_id', 'name', 'dose', 'started_on', 'ended_on'])
    .where('client_id', 'in', idsOf(clients))
    .execute();
  const keyOf = (row: (typeof stored)[number]) => `${row.client_id} ${row.started_on} ${row.name}`;
  const rowOf = (facts: MedicationRow) => {
    const client = clients.get(facts.chartNumber);
    return client === undefined
      ? null
      : {
          organization_id: organizationId,
          client_id: client.id,
          name: facts.name,
          dose: facts.dose,
          started_on: facts.startedOn,
          ended_on: facts.endedOn,
        };
  };
  const { fresh, ...rest } = sorted(batch, rowOf, new Map(stored.map((row) => [keyOf(row), row])), keyOf);
  await insertRows(db, 'medication', fresh);
  return { ...rest, added: fresh.length, clientIds: fresh.map(({ client_id }) => client_id) };
};

/** Stores prescribed hours, each once by client and first day. */
export const storePrescribedHours: Store<PrescribedHoursRow> = async ({ db, organizationId }, batch) => {
  const clients = await clientsByChart(
    db,
    batch.map(({ facts }) => facts.chartNumber),
  );
  const stored = await db
    .selectFrom('prescribed_hours')
    .select(['organization_id', 'client_id', 'hours_per_week', 'from_on'])
    .where('client_id', 'in', idsOf(clients))
    .execute();
  const keyOf = (row: (typeof stored)[number]) => `${row.client_id} ${row.from_on}`;
  const rowOf = (facts: PrescribedHoursRow) => {
    const client = clients.get(facts.chartNumber);
    return client === undefined
      ? null
      : { organization_id: organizationId, client_id: client.id, hours_per_week: facts.hoursPerWeek, from_on: facts.fromOn };
  };
  const { fresh, ...rest } = sorted(batch, rowOf, new Map(stored.map((row) => [keyOf(row), row])), keyOf);
  await insertRows(db, 'prescribed_hours', fresh);
  return { ...rest, added: fresh.length, clientIds: fresh.map(({ client_id }) => client_id) };
};
