import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { firstDayMet } from '#domain/drug-screens/slots-met.ts';
import type { Screening } from '#domain/programs/settings.ts';
import { reconciledSlot, sessionsLeft, type ReconciledSlot } from '#domain/screen-plans/reconcile-slot.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { writeUncollected } from '#server/drug-screens/uncollected-screens.store.ts';
import { collectionDaysOf } from './collection-days.rows.ts';
import { insertDrawnSlots, moveSlot, removeSlot } from './screen-draws.store.ts';
import { drawingRules } from './screen-plans.rows.ts';
import { slotsWithSessions, type StoredSlot } from './reconcilable-slots.rows.ts';
import { lockUnanswered } from './screen-slots.guards.ts';
import { drawnWithoutSlot } from './screen-slots.rows.ts';
import type { Drawing } from './undecided-days.rows.ts';

/**
 * Keeps drawn slots to what can still be collected. One that nobody could know of moves or is taken back, and returns where its session does; one
 * that had opened and can't be collected is written down. Answers whether something that people can see was changed.
 */
export async function reconcileSlots(drawing: Drawing): Promise<boolean> {
  const { db, now, zone } = drawing;
  const { settings } = await drawingRules(db);
  const { screening } = settings;
  const today = dayAt(now, zone);
  const slots = await slotsWithSessions(db, await lockUnanswered(db, firstDayMet(today, settings)));
  const sessions = await collectionDaysOf(
    db,
    slots.map(({ client_id }) => client_id),
    today,
    addDays(today, 1),
  );
  let seen = false;
  for (const slot of slots) {
    const { session_id, due_on, opens_at, held, excused, away } = slot;
    const becomes = reconciledSlot(
      { sessionId: session_id, on: due_on, opensAt: opens_at, held, excused, away },
      sessions.get(slot.client_id) ?? [],
      { now, zone, screening },
    );
    await write(drawing, slot, becomes);
    seen ||= opens_at <= now && becomes.is !== 'kept';
  }
  await restoreSlots(drawing, screening);
  return seen;
}

async function write(drawing: Drawing, slot: StoredSlot, becomes: ReconciledSlot): Promise<void> {
  switch (becomes.is) {
    case 'kept':
      return;
    case 'removed':
      return removeSlot(drawing, slot.id);
    case 'moved':
      return moveSlot(drawing, slot.id, becomes.sessionId, becomes.opensAt);
    case 'uncollected':
      return writeUncollected(drawing.db, {
        organizationId: drawing.organizationId,
        clientId: slot.client_id,
        slotId: slot.id,
        sessionId: slot.session_id,
        on: slot.due_on,
        at: drawing.now,
        outcome: becomes.outcome,
      });
  }
  becomes satisfies never;
}

/** A day that was drawn, and whose slot was taken back, has it again where a session of that day can be collected in after all. */
async function restoreSlots(drawing: Drawing, screening: Screening): Promise<void> {
  const { db, now, zone } = drawing;
  const today = dayAt(now, zone);
  const rows = await drawnWithoutSlot(db, today);
  if (rows.length === 0) return;
  const sessions = await collectionDaysOf(
    db,
    rows.map((row) => row.client_id),
    today,
    addDays(today, 1),
  );
  const slots = rows.flatMap(({ client_id, on_day, plan_id }) => {
    const [session] = sessionsLeft(sessions.get(client_id) ?? [], on_day, now);
    if (session === undefined) return [];
    const opensAt = collectionOpensAt(session, screening, zone);
    return [{ clientId: client_id, sessionId: session.sessionId, on: on_day, opensAt, planId: plan_id, panelId: null }];
  });
  await insertDrawnSlots(drawing, slots);
}
