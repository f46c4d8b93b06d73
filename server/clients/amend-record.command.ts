import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import {
  contactProblems,
  identifierProblems,
  identityProblems,
  type Identity,
  type RecordProblem,
} from '#domain/clients/record-problems.ts';
import { recordMessages } from '#domain/clients/words.ts';
import { clientFor, lockClients } from './clients.guards.ts';
import { contactLinesOf, identifiersOf } from './client-record.rows.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { changeIdentity, insertRecordChanges, replaceContactLines, replaceIdentifiers } from './clients.store.ts';
import { identityChanges, recordIdentityOf, type RecordChange } from './record-identity.ts';
import { claimNumber } from './chart-numbers.guards.ts';
import { refuseRecord } from './records.guards.ts';

type Client = Awaited<ReturnType<typeof clientFor>>;
type Given = Parameters<ProceduresOf<Contract['clients']>['amend']>[0];

/** Changes parts of a chart, each whole, and keeps what each field was before, who changed it and when. */
export const amend: ProceduresOf<Contract['clients']>['amend'] = async (given, context) => {
  const { db, actor, record } = context;
  await lockClients(context, [given.clientId]);
  const client = await clientFor(db, actor, given.clientId);
  const { version } = client;
  refuseStale(client, context.version);
  const problems = problemsIn(given, context);
  refuseRecord(problems);

  const changes = [
    ...(given.identity === undefined ? [] : await amendIdentity(client, given.identity, context)),
    ...(given.contacts === undefined ? [] : await changeContacts(client.id, given.contacts, context)),
    ...(given.identifiers === undefined ? [] : await changeIdentifiers(client.id, given.identifiers, context)),
  ];
  if (changes.length > 0) await insertRecordChanges(context, client.id, version + 1, changes);
  await record.changed('clients', [client.id]);
  return { version: changes.length > 0 ? version + 1 : version };
};

function problemsIn({ identity, contacts, identifiers }: Given, { now, zone }: Context): readonly RecordProblem[] {
  const ofIdentity = identity === undefined ? [] : identityProblems(identity, dayAt(now, zone));
  return [
    ...ofIdentity.map(({ field, problem }) => ({ field: `identity.${field}`, problem })),
    ...contactProblems(contacts ?? []),
    ...identifierProblems(identifiers ?? []),
  ];
}

/** Writes who somebody is, and answers what changed by it. */
async function amendIdentity(client: Client, next: Identity, context: Context): Promise<readonly RecordChange[]> {
  const was = recordIdentityOf(client);
  const changes = identityChanges(was, next);
  if (changes.length === 0) return [];
  if (was.chartNumber !== next.chartNumber) await claimNumber(next.chartNumber, 'identity.chartNumber', client.id, context);
  await changeIdentity(context, client.id, next);
  return changes;
}

async function changeContacts(clientId: string, lines: NonNullable<Given['contacts']>, context: Context): Promise<readonly RecordChange[]> {
  const was = await contactLinesOf(context.db, clientId);
  if (JSON.stringify(was) === JSON.stringify(lines)) return [];
  await replaceContactLines(context, clientId, lines);
  return [{ field: 'contacts', was, became: lines }];
}

async function changeIdentifiers(
  clientId: string,
  next: NonNullable<Given['identifiers']>,
  context: Context,
): Promise<readonly RecordChange[]> {
  const { db } = context;
  const was = await identifiersOf(db, clientId);
  const taken = await replaceIdentifiers(context, clientId, next);
  if (taken !== null) throw refuseField(`identifiers.${taken}.value`, recordMessages.identifierTaken);
  return JSON.stringify(was) === JSON.stringify(await identifiersOf(db, clientId)) ? [] : [{ field: 'identifiers', was, became: next }];
}
