import type { ClientListed } from '#contract/client-list.ts';
import type { Contract } from '#contract/index.ts';
import { clientsListed, type ListedRow } from '../../facts/client-list.ts';
import { byClock, owedTo, type OwedRow } from '../../facts/clients-owed.ts';
import type { Context, ProceduresOf } from '../../procedure.ts';
import { Refusal } from '../../refusal.ts';

/** The list of clients, a page at a time. A technician sees the roster: names, identifiers and groups. */
export const search: ProceduresOf<Contract['clients']>['search'] = async (asked, context) => {
  const roster = context.actor.role === 'tech';
  if (roster && (asked.owed !== undefined || asked.sort === 'need' || asked.phase !== undefined)) throw new Refusal('not-your-role');
  const narrowing =
    asked.owed === undefined && asked.sort !== 'need' ? null : (await owedTo(null, context, asked.owed).execute(context.db)).rows;
  const rows = await context.record.seen(clientsListed(asked, narrowing, context));
  // Whoever sorts by need has asked for everything that is owed already.
  const all = asked.owed === undefined || asked.owed === 'any' ? narrowing : null;
  const owed = roster
    ? new Map<string, OwedRow[]>()
    : all === null
      ? await owedOf(rows, context)
      : Map.groupBy(all, ({ client_id }) => client_id);
  return {
    asOf: context.now,
    timeZone: context.zone,
    total: rows[0]?.total ?? 0,
    clients: rows.map((row) => listed(row, roster, owed.get(row.client_id) ?? [])),
  };
};

async function owedOf(rows: readonly ListedRow[], context: Context): Promise<Map<string, OwedRow[]>> {
  const ids = rows.filter(({ opened_on, closed_on }) => opened_on !== null && closed_on === null).map(({ client_id }) => client_id);
  if (ids.length === 0) return new Map();
  const { rows: owed } = await owedTo(ids, context).execute(context.db);
  return Map.groupBy(owed, ({ client_id }) => client_id);
}

function listed(row: ListedRow, roster: boolean, owed: readonly OwedRow[]): ClientListed {
  const [first] = owed.toSorted(byClock);
  return {
    clientId: row.client_id,
    name: [row.preferred_name ?? row.first_name, row.last_name].join(' '),
    lastName: row.last_name,
    pronouns: row.pronouns,
    chartNumber: row.chart_number,
    bornOn: row.born_on,
    program: row.program,
    group: row.group_name,
    therapist: roster ? null : row.therapist,
    phase: roster || row.closed_on !== null ? null : row.phase,
    standing: row.opened_on === null ? 'not-started' : row.closed_on === null ? 'in-care' : 'closed',
    inCare: row.opened_on !== null && row.closed_on === null,
    owed: first === undefined ? null : { kind: first.kind, dueAt: first.due_at, more: owed.length - 1 },
  };
}
