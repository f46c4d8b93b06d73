import { addDays, dayAt, type Instant } from '#domain/calendar/calendar.ts';
import { baseChance, rateDays } from '#domain/screen-plans/draw-rate.ts';
import { weighedDays } from '#domain/screen-plans/draw-weights.ts';
import { chanceOn, isDrawn } from '#domain/screen-plans/draw-chance.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { settingsFrom, type Screening } from '#domain/programs/settings.ts';
import { chanceFor, type Chance } from './draw-chance.ts';
import { collectionDaysOf, daysIn } from './collection-days.rows.ts';
import { lastScreens } from '#server/drug-screens/last-screens.rows.ts';
import { plansOn, type StoredPlan } from './screen-plans.rows.ts';
import { dueNow, holidaysAround, type Drawing, type Due } from './undecided-days.rows.ts';

/**
 * Decides the days whose collection opens soon, of these clients or of everybody. A day is decided shortly before it opens and only once, drawn
 * or not, so that there is never a later day to be found out; of two servers one decides.
 */
export async function drawScreens(drawing: Drawing, clientIds: readonly string[] | null = null): Promise<void> {
  const { db, organizationId, now } = drawing;
  const organization = await db.selectFrom('organization').select(['settings', 'synthetic']).executeTakeFirstOrThrow();
  const { screening } = settingsFrom(organization.settings);
  const due = await dueNow(drawing, screening, clientIds);
  if (due.length === 0) return;
  const decided = await decidedDays(drawing, screening, due, chanceFor(organization));
  const rows = decided.map(({ clientId, on, plan, chance, because, drawn }) => ({
    organization_id: organizationId,
    client_id: clientId,
    on_day: on,
    plan_id: plan.id,
    chance,
    because,
    drawn,
    drawn_at: now,
  }));
  const written = await db
    .insertInto('screen_draw')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['client_id', 'on_day'])
    .execute();
  const mine = new Set(written.map(({ client_id, on_day }) => `${client_id} ${on_day}`));
  const slots = decided
    .filter(({ clientId, on, drawn }) => drawn && mine.has(`${clientId} ${on}`))
    .map(({ clientId, sessionId, on, plan, opensAt }) => ({
      organization_id: organizationId,
      client_id: clientId,
      session_id: sessionId,
      due_on: on,
      opens_at: opensAt,
      plan_id: plan.id,
      panel_id: plan.panelId,
    }));
  if (slots.length > 0)
    await db
      .insertInto('screen_slot')
      .values(slots)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

type Decided = Due & { readonly plan: StoredPlan; readonly opensAt: Instant } & ReturnType<typeof chanceOn> & { readonly drawn: boolean };

async function decidedDays({ db, now, zone }: Drawing, screening: Screening, due: readonly Due[], chance: Chance): Promise<Decided[]> {
  const today = dayAt(now, zone);
  const ids = [...new Set(due.map(({ clientId }) => clientId))];
  const sessions = await collectionDaysOf(db, ids, addDays(today, -7), addDays(today, rateDays));
  const plans = await plansOn(db, ids, today, screening);
  const last = await lastScreens(db, ids);
  const holidays = await holidaysAround(db, today);
  return due.flatMap((one) => {
    const plan = plans.get(one.clientId);
    if (plan === undefined) return [];
    const weighed = weighedDays(daysIn(sessions.get(one.clientId) ?? []), { ...screening, holidays }).filter(({ on }) => on >= one.on);
    const [day, next] = weighed;
    if (day === undefined) return [];
    const base = baseChance(weighed, plan, screening.bounds);
    const since = last.get(one.clientId)?.findLast((on) => on < one.on) ?? addDays(one.on, -1);
    const decision = chanceOn(day, { since, next: next?.on ?? null }, { plan, base, bounds: screening.bounds });
    const drawn = isDrawn(decision.chance, chance(one.clientId, one.on));
    return [{ ...one, plan, opensAt: collectionOpensAt(one, screening, zone), ...decision, drawn }];
  });
}
