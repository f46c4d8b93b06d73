import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { decideDay } from '#domain/screen-plans/decide-day.ts';
import { rateDays } from '#domain/screen-plans/draw-rate.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import type { Screening } from '#domain/programs/settings.ts';
import { lastScreens } from '#server/drug-screens/last-screens.rows.ts';
import { collectionDaysOf, daysIn } from './collection-days.rows.ts';
import { chanceFor, type Chance } from './draw-chance.ts';
import { dayKey, insertDraws, insertDrawnSlots, type DecidedDay, type DrawnSlot } from './screen-draws.store.ts';
import { drawingRules, plansOn } from './screen-plans.rows.ts';
import { dueNow, holidaysAround, type Drawing, type Due } from './undecided-days.rows.ts';

/**
 * Decides the days whose collection opens soon, of these clients or of everybody. A day is decided shortly before it opens and only once, drawn
 * or not, so that there is never a later day to be found out; of two servers one decides.
 */
export async function drawScreens(drawing: Drawing, clientIds: readonly string[] | null = null): Promise<void> {
  const { settings, synthetic } = await drawingRules(drawing.db);
  const { screening } = settings;
  const due = await dueNow(drawing, screening, clientIds);
  if (due.length === 0) return;
  const decided = await decidedDays(drawing, screening, due, chanceFor({ synthetic }));
  const mine = await insertDraws(drawing, decided);
  await insertDrawnSlots(
    drawing,
    decided.filter((day) => day.drawn && mine.has(dayKey(day))),
  );
}

async function decidedDays(
  { db, now, zone }: Drawing,
  screening: Screening,
  due: readonly Due[],
  chance: Chance,
): Promise<readonly (DecidedDay & DrawnSlot)[]> {
  const today = dayAt(now, zone);
  const ids = [...new Set(due.map(({ clientId }) => clientId))];
  const sessions = await collectionDaysOf(db, ids, addDays(today, -7), addDays(today, rateDays));
  const plans = await plansOn(db, ids, today, screening);
  const last = await lastScreens(db, ids);
  const holidays = await holidaysAround(db, today);
  return due.flatMap((one) => {
    const { clientId, sessionId, on } = one;
    const plan = plans.get(clientId);
    if (plan === undefined) return [];
    const facts = { days: daysIn(sessions.get(clientId) ?? []), holidays, plan, screened: last.get(clientId) ?? [] };
    const decision = decideDay(on, facts, screening, chance(clientId, on));
    if (decision === null) return [];
    return [
      { clientId, sessionId, on, planId: plan.id, panelId: plan.panelId, opensAt: collectionOpensAt(one, screening, zone), ...decision },
    ];
  });
}
