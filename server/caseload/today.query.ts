import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { notSnoozed, type Snooze } from '#domain/caseload/snooze.ts';
import { goodNewsOf } from '#domain/caseload/good-news.ts';
import { ordered } from '#domain/caseload/order.ts';
import { beginsWithOwnClients } from '#server/access/capabilities.ts';
import { caseloadOf, type CaseloadClient } from './caseload.rows.ts';
import { factsOf } from './client-facts.rows.ts';
import type { Loaded } from './facts-at.ts';
import { rowOf } from './caseload-row.ts';
import { needsIn, needsShown } from './client-needs.ts';
import { snoozesOf } from './snoozes.rows.ts';
import { calledName } from '#server/clients/client-names.ts';
import { coverageShown, type CoverageShown } from '#server/coverage/coverage-shown.ts';
import { coverageFor } from '#server/coverage/covering-for.rows.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

/** Whom somebody answers for, and what each of them asks for today. */
export const today: Procedure<Contract['caseload']['today']> = async ({ for: requested }, context) => {
  const { actor, now, zone, record } = context;
  const whose = requested ?? (beginsWithOwnClients(actor) ? 'me' : 'team');
  const clients = await record.seen(caseloadOf(context.db, actor, whose));
  const facts = await factsOf(
    clients.map((client) => ({ ...client, called: calledName(client) })),
    context,
  );
  const snoozes = await snoozesOf(
    context.db,
    clients.map((client) => client.client_id),
  );
  const coverage = await coverageFor(
    context,
    clients.map((client) => client.client_id),
  );
  const rows = clients.flatMap((client) => {
    const found = facts.get(client.client_id);
    return found === undefined
      ? []
      : [needing(client, found, snoozes.get(client.client_id) ?? [], coverageShown(client, coverage, actor), context)];
  });
  return { asOf: now, today: dayAt(now, zone), timeZone: zone, whose, phases: 4, clients: [...ordered(rows)] };
};

function needing(client: CaseloadClient, facts: Loaded, snoozes: readonly Snooze[], team: CoverageShown, context: Context) {
  const { now, zone, settings } = context;
  const on = dayAt(now, zone);
  const all = needsIn(facts, context);
  const needs = notSnoozed(all, snoozes, on);
  const away = needs.length === 0 && all.length > 0 ? (snoozes.find(({ until }) => until > on) ?? null) : null;
  return rowOf(client, facts, {
    needs: needsShown(needs, context, facts.zone),
    goodNews: goodNewsOf(facts, now, settings, zone),
    away,
    today: on,
    ...team,
  });
}
