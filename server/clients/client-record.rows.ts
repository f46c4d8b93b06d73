import type { ClientRecord } from '#contract/clients-record.ts';
import { yearsBetween } from '#domain/people/age.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { chartOfClient, careStatusOf } from './charts.rows.ts';
import { calledName, shownName } from './client-names.ts';
import { recordIdentityOf } from './record-identity.ts';

/** The chart itself, where this actor may open it. */
export const chartOf = (db: Database, actor: Actor, clientId: string) =>
  chartOfClient(db)
    .select(['client.version', 'client.pronouns', 'client.language', 'client.interpreter'])
    .where('client.id', '=', clientId)
    .where(clientsOf(actor));

export type Chart = Awaited<ReturnType<ReturnType<typeof chartOf>['executeTakeFirstOrThrow']>>;

/** Everything that the record page shows of a chart, beside the chart itself. */
export async function recordOf(
  chart: Chart,
  { db, now, zone }: Pick<Context, 'db' | 'now' | 'zone'>,
): Promise<Omit<ClientRecord, 'changes'> & { readonly changes: Awaited<ReturnType<typeof lastChangesOf>> }> {
  const clientId = chart.client_id;
  return {
    asOf: now,
    timeZone: zone,
    clientId,
    version: chart.version,
    name: shownName(chart),
    called: calledName(chart),
    age: chart.born_on === null ? null : ageOf(chart.born_on, dayAt(now, zone)),
    careStatus: careStatusOf(chart),
    ...recordIdentityOf(chart),
    contacts: await contactLinesOf(db, clientId),
    identifiers: await identifiersOf(db, clientId),
    changes: await lastChangesOf(db, clientId),
    merged: await mergedInto(db, clientId),
  };
}

/** Null for a birth date that has not come yet: it is a slip, and no age. */
const ageOf = (bornOn: Day, today: Day): number | null => (bornOn > today ? null : yearsBetween(bornOn, today));

export const contactLinesOf = (db: Database, clientId: string) =>
  db
    .selectFrom('contact_line')
    .select(['whose', 'name', 'relation', 'kind', 'value', 'message', 'preferred'])
    .where('client_id', '=', clientId)
    .orderBy('position')
    .orderBy('id')
    .execute();

export const identifiersOf = (db: Database, clientId: string) =>
  db
    .selectFrom('client_identifier')
    .select(['system', 'value'])
    .where('client_id', '=', clientId)
    .orderBy('system')
    .orderBy('value')
    .execute();

/** Who changed each field last, and when. */
const lastChangesOf = (db: Database, clientId: string) =>
  db
    .selectFrom('client_change')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'client_change.organization_id').onRef('staff.id', '=', 'client_change.by'),
    )
    .distinctOn('client_change.field')
    .select(['client_change.field', 'staff.name as by', 'client_change.at', 'client_change.version', 'client_change.import_id'])
    .where('client_change.client_id', '=', clientId)
    .orderBy('client_change.field')
    .orderBy('client_change.version', 'desc')
    .execute();

const mergedInto = (db: Database, clientId: string) =>
  db
    .selectFrom('client_merge')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'client_merge.organization_id').onRef('client.id', '=', 'client_merge.merged_id'),
    )
    .innerJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'client_merge.organization_id').onRef('staff.id', '=', 'client_merge.by'),
    )
    .select([
      'client.id as clientId',
      'client_merge.merged_number as chartNumber',
      'staff.name as by',
      'client_merge.at',
      'client_merge.why',
    ])
    .where('client.superseded_by', '=', clientId)
    .orderBy('client_merge.at')
    .execute();
