import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { settingsFrom, type Screening } from '#domain/programs/settings.ts';
import { writeUncollected } from '#server/drug-screens/uncollected-screens.store.ts';
import { collectionDaysOf, type Collecting } from './collection-days.rows.ts';
import { drawnWithoutSlot } from './screen-slots.rows.ts';
import { lockUnanswered, type StoredSlot } from './screen-slots.guards.ts';
import type { Drawing } from './undecided-days.rows.ts';

/**
 * Keeps drawn slots to what can still be collected. One that nobody could know of moves to another session of its day, or is taken back, and
 * returns where its session does; one that had opened is written down as excused where the client is away, and otherwise as cancelled by the program.
 * Answers whether something that people can see was changed.
 */
export async function reconcileSlots(drawing: Drawing): Promise<boolean> {
  const { db, now, zone } = drawing;
  const organization = await db.selectFrom('organization').select('settings').executeTakeFirstOrThrow();
  const { screening } = settingsFrom(organization.settings);
  const today = dayAt(now, zone);
  const slots = await lockUnanswered(db, addDays(today, -Math.floor(settingsFrom(organization.settings).screenWindowHours / 24)));
  const sessions = await collectionDaysOf(
    db,
    slots.map(({ client_id }) => client_id),
    today,
    addDays(today, 1),
  );
  let seen = false;
  for (const slot of slots) {
    const others = (sessions.get(slot.client_id) ?? []).filter((session) => session.on === slot.due_on && session.endsAt > now);
    if (slot.opens_at > now) await reconcileHidden(drawing, screening, slot, others);
    else if (!slot.held || slot.away) seen = (await reconcileOpened(drawing, slot, others[0])) || seen;
  }
  await restoreSlots(drawing, screening);
  return seen;
}

async function reconcileHidden(
  { db, zone }: Drawing,
  screening: Screening,
  slot: StoredSlot,
  others: readonly Collecting[],
): Promise<void> {
  const own = slot.held && !slot.away && !slot.excused ? others.find(({ sessionId }) => sessionId === slot.session_id) : undefined;
  const session = own ?? others[0];
  if (session === undefined) {
    await db.deleteFrom('screen_slot').where('id', '=', slot.id).execute();
    return;
  }
  const opens_at = collectionOpensAt(session, screening, zone);
  if (session.sessionId === slot.session_id && opens_at === slot.opens_at) return;
  await db.updateTable('screen_slot').set({ session_id: session.sessionId, opens_at }).where('id', '=', slot.id).execute();
}

async function reconcileOpened({ db, organizationId, now }: Drawing, slot: StoredSlot, other: Collecting | undefined): Promise<boolean> {
  if (!slot.away && other !== undefined) {
    await db.updateTable('screen_slot').set({ session_id: other.sessionId }).where('id', '=', slot.id).execute();
    return true;
  }
  await writeUncollected(db, {
    organizationId,
    clientId: slot.client_id,
    slotId: slot.id,
    sessionId: slot.session_id,
    on: slot.due_on,
    at: now,
    outcome: slot.away ? 'excused' : 'cancelled-by-program',
  });
  return true;
}

/** A day that was drawn, and whose slot was taken back, has it again where a session of that day can be collected in after all. */
async function restoreSlots({ db, organizationId, now, zone }: Drawing, screening: Screening): Promise<void> {
  const today = dayAt(now, zone);
  const rows = await drawnWithoutSlot(db, today);
  if (rows.length === 0) return;
  const sessions = await collectionDaysOf(
    db,
    rows.map((row) => row.client_id),
    today,
    addDays(today, 1),
  );
  for (const { client_id, on_day, plan_id } of rows) {
    const session = sessions.get(client_id)?.find(({ on, endsAt }) => on === on_day && endsAt > now);
    if (session === undefined) continue;
    const opens_at = collectionOpensAt(session, screening, zone);
    await db
      .insertInto('screen_slot')
      .values({ organization_id: organizationId, client_id, session_id: session.sessionId, due_on: on_day, opens_at, plan_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
