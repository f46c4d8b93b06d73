import { sql } from 'kysely';
import { mergeMessages } from '#domain/clients/merge-words.ts';
import type { Contract } from '#contract/index.ts';
import { twoCharts } from './merge-comparison.rows.ts';
import { bothCharts } from './merge.guards.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { markChanged } from '#server/http/audit-trail.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { claimNumber } from './chart-numbers.guards.ts';
import { changeIdentity, insertRecordChanges } from './clients.store.ts';
import { identityChanges, recordIdentityOf } from './record-identity.ts';

/** Merges one chart into another, in one statement of the database that moves every row; then the chart that is kept takes over what was chosen. */
export const merge: ProceduresOf<Contract['clients']>['merge'] = async (
  { clientId, otherId, otherVersion, why, take, choices },
  context,
) => {
  const { db, actor, record, version } = context;
  if (clientId === otherId) throw refuseField('otherId', mergeMessages.same);
  const [surviving, merged] = bothCharts(clientId, otherId, await twoCharts(db, actor, [clientId, otherId]).execute());
  refuseStale(surviving, version);
  refuseStale(merged, otherVersion);
  try {
    await sql`select merge_clients(${otherId}, ${clientId}, ${actor.staffId}, ${why}, ${JSON.stringify(choices)}::jsonb)`.execute(db);
  } catch (error) {
    throw refusedMerge(error);
  }
  const [was, offered] = [recordIdentityOf(surviving), recordIdentityOf(merged)];
  const next = { ...was, ...Object.fromEntries(take.map((field) => [field, offered[field]])) };
  const changes = identityChanges(was, next);
  if (changes.length > 0) {
    if (was.chartNumber !== next.chartNumber) await claimNumber(next.chartNumber, 'identity.chartNumber', clientId, context);
    await changeIdentity(context, clientId, next);
    await insertRecordChanges(context, clientId, surviving.version + 2, changes);
  }
  // Every page that shows either client asks again.
  await markChanged(db, actor.organizationId, ['caseload']);
  await record.changed('everything', [clientId, otherId]);
  return { clientId };
};

const messages: Readonly<Record<string, string>> = {
  merge_two_clients: mergeMessages.merged,
  merge_two_programs: mergeMessages.twoPrograms,
  merge_choice: mergeMessages.changed,
};
// What was signed may not change, what must be alone, and what something else hangs on.
const kept: readonly string[] = ['23001', '23505', '23503'];

/** What the database said no to, in words; anything else goes on as it is. */
function refusedMerge(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const said = 'constraint' in error && typeof error.constraint === 'string' ? messages[error.constraint] : undefined;
  if (said !== undefined) return new Refusal('wrong-state', said);
  return kept.includes(String(error.code)) ? new Refusal('wrong-state', mergeMessages.linked) : error;
}
