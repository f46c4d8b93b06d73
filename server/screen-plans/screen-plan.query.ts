import type { Contract } from '#contract/index.ts';
import type { ScreenPlanShown } from '#contract/screen-plans.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { screenCounts } from '#domain/drug-screens/counts.ts';
import { baseChance, collectionDaysPerWeek, rateDays, screensPerWeek } from '#domain/screen-plans/draw-rate.ts';
import type { ScreenPlan } from '#domain/screen-plans/draw-chance.ts';
import { clientSeen, hasOpenEpisode } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { requestedScreens } from './requested-screens.rows.ts';
import { collectionDaysOf, daysIn } from './collection-days.rows.ts';
import { screensOf } from '#server/drug-screens/client-screens.rows.ts';
import { lateDraws } from './late-draws.rows.ts';
import { panelChoices, planHistory, plansOn, programPlan } from './screen-plans.rows.ts';

/** "Lately" is eight weeks: enough for a dozen screens, and short enough to be about now. */
const lately = 56;

/** How one client's screens are drawn, what was asked for, and what came of it. No day that is still to come is in it. */
export const screenPlan: Procedure<Contract['screenPlans']['one']> = async ({ clientId }, context) => {
  await clientSeen(context, clientId);
  const { db, now, zone, settings } = context;
  const today = dayAt(now, zone);
  const from = addDays(today, -lately + 1);
  const plan = (await plansOn(db, [clientId], today, settings.screening)).get(clientId) ?? programPlan(settings.screening);
  const history = await planHistory(db, clientId);
  const panels = await panelChoices(db);
  const events = (await screensOf(context, [clientId], { from, to: today })).get(clientId) ?? [];
  const counts = screenCounts(events);
  return {
    clientId,
    asOf: now,
    today,
    zone,
    inCare: await hasOpenEpisode(db, clientId),
    version: history[0]?.version ?? 0,
    plan: {
      own: plan.id !== null,
      perWeek: plan.perWeek,
      maxGapDays: plan.maxGapDays,
      panelId: plan.panelId,
      panel: panels.find(({ id }) => id === plan.panelId)?.name ?? null,
    },
    program: { perWeek: settings.screening.perWeek, maxGapDays: settings.screening.maxGapDays },
    history: history.map((row) => ({
      version: row.version,
      rate: row.per_week === null || row.max_gap_days === null ? null : { perWeek: row.per_week, maxGapDays: row.max_gap_days },
      panel: row.panel,
      why: row.why,
      from: row.from_on,
      by: row.by,
    })),
    collects: await collects(clientId, plan, context),
    panels,
    requested: await requestedScreens(context, clientId, from),
    lately: {
      from,
      slots: counts.slots,
      due: counts.due,
      collected: counts.collected,
      excused: counts.byReading.excused ?? 0,
      cancelled: counts.byReading['cancelled-by-program'] ?? 0,
      late: await lateDraws(context, clientId, from),
    },
  };
};

/** From tomorrow on, so that what was decided for today can't be seen in it. */
async function collects(clientId: string, plan: ScreenPlan, { db, now, zone, settings }: Context): Promise<ScreenPlanShown['collects']> {
  const from = addDays(dayAt(now, zone), 1);
  const sessions = await collectionDaysOf(db, [clientId], from, addDays(from, rateDays - 1));
  const days = daysIn(sessions.get(clientId) ?? []).map((on) => ({ on, weight: 1 }));
  const { bounds } = settings.screening;
  const perWeek = screensPerWeek(days, plan, baseChance(days, plan, bounds), bounds);
  return { daysPerWeek: Math.round(collectionDaysPerWeek(days) * 10) / 10, screensPerWeek: Math.round(perWeek * 10) / 10 };
}
