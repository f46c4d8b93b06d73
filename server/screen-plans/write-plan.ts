import type { Context } from '#server/http/endpoint-handler.ts';
import { drawScreens } from './draw-screens.ts';
import { insertPlan, type NewPlan } from './screen-plans.store.ts';

/** Writes a client's plan from today on. A session that opens within the hour is decided by it, where it wasn't decided yet. */
export async function writePlan(context: Context, clientId: string, plan: NewPlan): Promise<void> {
  const { db, actor, now, zone } = context;
  await insertPlan(context, clientId, plan);
  await drawScreens({ db, organizationId: actor.organizationId, now, zone }, [clientId]);
}
