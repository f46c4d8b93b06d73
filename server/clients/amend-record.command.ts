import type { Selectable } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { contactProblems, identityProblems, type Identity, type RecordProblem } from '#domain/clients/record-problems.ts';
import { recordMessages } from '#domain/clients/words.ts';
import { identityFields, type RecordField } from '#domain/clients/record.ts';
import { clientFor, lockClients } from './clients.guards.ts';
import { contactLinesOf, identifiersOf } from './client-record.rows.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { writeContacts } from './add-client.command.ts';
import { claimNumber } from './chart-numbers.guards.ts';

type Change = { readonly field: RecordField; readonly was: unknown; readonly became: unknown };
type Given = Parameters<ProceduresOf<Contract['clients']>['amend']>[0];

/** Changes parts of a chart, each whole, and keeps what each field was before, who changed it and when. */
export const amend: ProceduresOf<Contract['clients']>['amend'] = async (given, context) => {
  const { db, actor, record } = context;
  await lockClients(context, [given.clientId]);
  const client = await clientFor(db, actor, given.clientId);
  const { version } = client;
  refuseStale(client, context.version);
  const problems = problemsIn(given, context);
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);

  const changes = [
    ...(given.identity === undefined ? [] : await changeIdentity(client, given.identity, context)),
    ...(given.contacts === undefined ? [] : await changeContacts(client.id, given.contacts, context)),
    ...(given.identifiers === undefined ? [] : await changeIdentifiers(client.id, given.identifiers, context)),
  ];
  if (changes.length > 0) await noteChanges(client.id, version + 1, changes, context);
  await record.changed('clients', [client.id]);
  return { version: changes.length > 0 ? version + 1 : version };
};

function problemsIn({ identity, contacts, identifiers }: Given, { now, zone }: Context): readonly RecordProblem[] {
  const ofIdentity = identity === undefined ? [] : identityProblems(identity, dayAt(now, zone));
  const keys = (identifiers ?? []).map(({ system, value }) => `${system} ${value}`.toLowerCase());
  return [
    ...ofIdentity.map(({ field, message }) => ({ field: `identity.${field}`, message })),
    ...contactProblems(contacts ?? []),
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index ? [] : [{ field: `identifiers.${index}.value`, message: recordMessages.identifierTwice }],
    ),
  ];
}

type Stored = Pick<
  Selectable<Tables['client']>,
  'id' | 'first_name' | 'last_name' | 'preferred_name' | 'pronouns' | 'born_on' | 'chart_number' | 'language' | 'interpreter'
>;

export const identityOf = (client: Omit<Stored, 'id'>): Identity => ({
  firstName: client.first_name,
  lastName: client.last_name,
  preferredName: client.preferred_name,
  pronouns: client.pronouns,
  bornOn: client.born_on,
  chartNumber: client.chart_number,
  language: client.language,
  interpreter: client.interpreter,
});

/** Writes who somebody is, and answers what changed by it. */
export async function changeIdentity(client: Stored, next: Identity, context: Context): Promise<Change[]> {
  const was = identityOf(client);
  const changes = identityFields
    .filter((field) => was[field] !== next[field])
    .map((field) => ({ field, was: was[field], became: next[field] }));
  if (changes.length === 0) return [];
  if (was.chartNumber !== next.chartNumber) await claimNumber(next.chartNumber, 'identity.chartNumber', client.id, context);
  await context.db
    .updateTable('client')
    .set({
      first_name: next.firstName,
      last_name: next.lastName,
      preferred_name: next.preferredName,
      pronouns: next.pronouns,
      born_on: next.bornOn,
      chart_number: next.chartNumber,
      language: next.language,
      interpreter: next.interpreter,
    })
    .where('id', '=', client.id)
    .execute();
  return changes;
}

async function changeContacts(clientId: string, lines: NonNullable<Given['contacts']>, context: Context): Promise<Change[]> {
  const was = await contactLinesOf(context.db, clientId);
  if (JSON.stringify(was) === JSON.stringify(lines)) return [];
  await context.db.deleteFrom('contact_line').where('client_id', '=', clientId).execute();
  await writeContacts(clientId, lines, context);
  return [{ field: 'contacts', was, became: lines }];
}

async function changeIdentifiers(clientId: string, next: NonNullable<Given['identifiers']>, { db, actor }: Context): Promise<Change[]> {
  const was = await identifiersOf(db, clientId);
  await db.deleteFrom('client_identifier').where('client_id', '=', clientId).execute();
  for (const [index, { system, value }] of next.entries()) {
    const stored = await db
      .insertInto('client_identifier')
      .values({ organization_id: actor.organizationId, client_id: clientId, system, value })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (stored === undefined) throw refuseField(`identifiers.${index}.value`, recordMessages.identifierTaken);
  }
  return JSON.stringify(was) === JSON.stringify(await identifiersOf(db, clientId)) ? [] : [{ field: 'identifiers', was, became: next }];
}

/** Moves the chart to its next version, with what each changed field was and became. */
export async function noteChanges(
  clientId: string,
  version: number,
  changes: readonly Change[],
  { db, actor, now }: Context,
): Promise<void> {
  await db.updateTable('client').set({ version }).where('id', '=', clientId).execute();
  const rows = changes.map(({ field, was, became }) => ({
    organization_id: actor.organizationId,
    client_id: clientId,
    at: now,
    by: actor.staffId,
    version,
    field,
    was: JSON.stringify(was),
    became: JSON.stringify(became),
  }));
  await db.insertInto('client_change').values(rows).execute();
}
