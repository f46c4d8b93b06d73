import { planProblems } from '#domain/screen-plans/words.ts';
import { inCare, lockClients } from '#server/clients/clients.guards.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/**
 * The plan as it was last written, with its client locked until the transaction ends; version 0 follows the program. Refuses where nobody is
 * in care, and where somebody wrote a newer plan than the caller saw.
 */
export async function planToChange(clientId: string, context: Context) {
  await lockClients(context, [clientId]);
  await inCare(clientId, context);
  const latest = await context.db
    .selectFrom('screen_plan')
    .select(['version', 'per_week'])
    .where('client_id', '=', clientId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  const plan = latest ?? { version: 0, per_week: null };
  refuseStale(plan, context.version);
  return plan;
}

/** Refuses a panel that the program doesn't have. */
export async function refuseUnknownPanel(panelId: string | null, { db }: Pick<Context, 'db'>): Promise<void> {
  if (panelId === null) return;
  const panel = await db.selectFrom('panel').select('id').where('id', '=', panelId).executeTakeFirst();
  if (panel === undefined) throw refuseField('panelId', planProblems.noPanel);
}
