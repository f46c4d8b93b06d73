import { sql } from 'kysely';
import { mergeMessages } from '#domain/clients/merge-words.ts';
import type { Contract } from '#contract/index.ts';
import { compared, twoCharts, type ChartToMerge } from './merge-comparison.rows.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { changeIdentity, identityOf, noteChanges } from './amend-record.command.ts';

type Clients = ProceduresOf<Contract['clients']>;

export const compare: Clients['compare'] = async ({ clientId, otherId }, { db, actor, now, record }) => {
  const [surviving, merged] = both(clientId, otherId, await record.seen(twoCharts(db, actor, [clientId, otherId])));
  return compared({ db, now }, surviving, merged);
};

/** Folds one chart into another, in one statement of the database that moves every row; then the standing chart takes over what was chosen. */
export const merge: Clients['merge'] = async ({ clientId, otherId, otherVersion, why, take, choices }, context) => {
  const { db, actor, record, version } = context;
  if (clientId === otherId) throw refuseField('otherId', mergeMessages.same);
  const [surviving, merged] = both(
    clientId,
    otherId,
    await twoCharts(db, actor, [clientId, otherId]).orderBy('client.id').forUpdate('client').execute(),
  );
  refuseStale(surviving, version);
  refuseStale(merged, otherVersion);
  try {
    await sql`select merge_clients(${otherId}, ${clientId}, ${actor.staffId}, ${why}, ${JSON.stringify(choices)}::jsonb)`.execute(db);
  } catch (error) {
    throw refusedMerge(error);
  }
  const was = identityOf(surviving);
  const taken = Object.fromEntries(take.map((field) => [field, identityOf(merged)[field]]));
  const changes = await changeIdentity({ ...surviving, id: clientId }, { ...was, ...taken }, context);
  if (changes.length > 0) await noteChanges(clientId, surviving.version + 2, changes, context);
  await tellEverybody(context);
  await record.changed('everything', [clientId, otherId]);
  return { clientId };
};

function both(clientId: string, otherId: string, found: readonly ChartToMerge[]): [ChartToMerge, ChartToMerge] {
  const [surviving, merged] = [clientId, otherId].map((id) => found.find((chart) => chart.client_id === id));
  if (surviving === undefined || merged === undefined) throw new Refusal('client-unknown');
  if (surviving === merged) throw new Refusal('wrong-state', mergeMessages.same);
  return [surviving, merged];
}

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

/** Every page that shows either client asks again. */
async function tellEverybody({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<void> {
  await db.insertInto('change_mark').values({ organization_id: actor.organizationId, noun: 'caseload' }).execute();
}
