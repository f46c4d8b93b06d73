import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { isGapTooShort } from '#domain/screen-plans/screen-plans.ts';
import { planProblems } from '#domain/screen-plans/words.ts';
import { clientsOf } from '#server/access/endpoint-policy.ts';
import { inCare, lockClients } from '#server/clients/clients.guards.ts';
import { drawScreens } from './screen-draws.store.ts';
import { screenPlanShown } from './screen-plan.query.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';

export const screenPlans: ProceduresOf<Contract['screenPlans']> = {
  one: async ({ clientId }, context) => {
    const { db, actor, record } = context;
    const [client] = await record.seen(
      db.selectFrom('client').select('client.id as client_id').where('client.id', '=', clientId).where(clientsOf(actor)),
    );
    if (client === undefined) throw new Refusal('client-unknown');
    return screenPlanShown(clientId, context);
  },

  set: async ({ clientId, perWeek, maxGapDays, panelId, why }, context) => {
    const latest = await latestFor(clientId, context);
    if (isGapTooShort({ perWeek, maxGapDays })) throw refuseField('maxGapDays', planProblems.gapTooShort(maxGapDays));
    await panelFor(panelId, context);
    return written(clientId, latest, { per_week: perWeek, max_gap_days: maxGapDays, panel_id: panelId, why }, context);
  },

  followProgram: async ({ clientId, why }, context) => {
    const latest = await latestFor(clientId, context);
    if (latest === undefined || latest.per_week === null) throw new Refusal('wrong-state', planProblems.followsAlready);
    return written(clientId, latest, { per_week: null, max_gap_days: null, panel_id: null, why }, context);
  },
};

/** The plan as it was last written, with its client held until this request is answered. Refuses where somebody wrote a newer one than the caller saw. */
async function latestFor(clientId: string, context: Context) {
  await lockClients(context, [clientId]);
  await inCare(clientId, context);
  const latest = await context.db
    .selectFrom('screen_plan')
    .select(['version', 'per_week'])
    .where('client_id', '=', clientId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if ((latest?.version ?? 0) !== context.version) throw new Refusal('stale');
  return latest;
}

/** Refuses a panel that the program doesn't have. */
async function panelFor(panelId: string | null, { db }: Pick<Context, 'db'>): Promise<void> {
  if (panelId === null) return;
  const panel = await db.selectFrom('panel').select('id').where('id', '=', panelId).executeTakeFirst();
  if (panel === undefined) throw refuseField('panelId', planProblems.noPanel);
}

type Said = {
  readonly per_week: number | null;
  readonly max_gap_days: number | null;
  readonly panel_id: string | null;
  readonly why: string | null;
};

async function written(clientId: string, latest: { readonly version: number } | undefined, said: Said, context: Context) {
  const { db, actor, now, zone, record } = context;
  const version = (latest?.version ?? 0) + 1;
  await db
    .insertInto('screen_plan')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      version,
      ...said,
      from_on: dayAt(now, zone),
      set_by: actor.staffId,
      set_at: now,
    })
    .execute();
  // A session that opens within the hour is decided by the new plan, where it wasn't decided yet.
  await drawScreens({ db, organizationId: actor.organizationId, now, zone }, [clientId]);
  await record.changed('screen-plans', [clientId]);
  return { version };
}
