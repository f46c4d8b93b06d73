import { fullName } from './client-names.ts';
import type { ClientListed } from '#contract/clients-list.ts';
import type { Contract } from '#contract/index.ts';
import { seesCareOfListed } from '#server/access/capabilities.ts';
import { refuseCareOfListed } from './client-list.guards.ts';
import { clientsListed, staleListed, type ListedRow } from './client-list.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { beingWorkedOut, staleLookedFor } from '#server/projections/fresh-answers.ts';

/** The list of clients, a page at a time. A technician sees the roster: names, identifiers and groups. */
export const search: ProceduresOf<Contract['clients']>['search'] = async (requested, context) => {
  const roster = !seesCareOfListed(context.actor);
  const byTask = requested.task !== undefined || requested.sort === 'need';
  refuseCareOfListed(context.actor, requested);
  const rows = await context.record.seen(clientsListed(requested, context, roster ? 'roster' : 'tasks'));
  // What narrows or sorts by tasks leaves out whoever has none, so everybody's must be known.
  const stale = byTask ? await staleListed(context, staleLookedFor) : rows.flatMap((row) => (row.stale ? [row.client_id] : []));
  return {
    asOf: context.now,
    timeZone: context.zone,
    beingWorkedOut: beingWorkedOut(context, stale),
    clients: rows.map((row) => listed(row, roster)),
    next: nextOf(rows.at(-1)),
  };
};

const nextOf = (last: ListedRow | undefined) =>
  last?.more === true ? { name: last.sort_name, clientId: last.client_id, tier: last.tier, dueAt: last.sort_due_at } : null;

function listed(row: ListedRow, roster: boolean): ClientListed {
  return {
    clientId: row.client_id,
    name: fullName(row),
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
    task: row.task === null ? null : { kind: row.task, dueAt: row.due_at, more: (row.tasks ?? 1) - 1 },
    beingWorkedOut: row.stale,
  };
}
