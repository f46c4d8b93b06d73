import type { ClientListed } from '#contract/clients-list.ts';
import type { Contract } from '#contract/index.ts';
import { seesCareOfListed } from '#server/access/capabilities.ts';
import { clientsListed, type ListedRow } from './client-list.rows.ts';
import { byClock, tasksOf, type TaskRow } from '#server/caseload/client-tasks.rows.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The list of clients, a page at a time. A technician sees the roster: names, identifiers and groups. */
export const search: ProceduresOf<Contract['clients']>['search'] = async (requested, context) => {
  const roster = !seesCareOfListed(context.actor);
  if (roster && (requested.task !== undefined || requested.sort === 'need' || requested.phase !== undefined))
    throw new Refusal('not-your-role');
  const narrowing =
    requested.task === undefined && requested.sort !== 'need'
      ? null
      : (await tasksOf(null, context, requested.task).execute(context.db)).rows;
  const rows = await context.record.seen(clientsListed(requested, narrowing, context));
  // Whoever sorts by need has asked for everything that is owed already.
  const all = requested.task === undefined || requested.task === 'any' ? narrowing : null;
  const tasks = roster
    ? new Map<string, TaskRow[]>()
    : all === null
      ? await tasksFor(rows, context)
      : Map.groupBy(all, ({ client_id }) => client_id);
  return {
    asOf: context.now,
    timeZone: context.zone,
    total: rows[0]?.total ?? 0,
    clients: rows.map((row) => listed(row, roster, tasks.get(row.client_id) ?? [])),
  };
};

async function tasksFor(rows: readonly ListedRow[], context: Context): Promise<Map<string, TaskRow[]>> {
  const ids = rows.filter(({ opened_on, closed_on }) => opened_on !== null && closed_on === null).map(({ client_id }) => client_id);
  if (ids.length === 0) return new Map();
  const { rows: task } = await tasksOf(ids, context).execute(context.db);
  return Map.groupBy(task, ({ client_id }) => client_id);
}

function listed(row: ListedRow, roster: boolean, tasks: readonly TaskRow[]): ClientListed {
  const [first] = tasks.toSorted(byClock);
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
    careStatus: row.opened_on === null ? 'not-started' : row.closed_on === null ? 'in-care' : 'closed',
    inCare: row.opened_on !== null && row.closed_on === null,
    task: first === undefined ? null : { kind: first.kind, dueAt: first.due_at, more: tasks.length - 1 },
  };
}
